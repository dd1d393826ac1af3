import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHelpCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { LINES_MAX, linesOf } from './pasted-lines.ts'
import { type MatchedLine, matchLines } from './pasted-names.ts'
import own from './sign-ups.module.css'
import classes from './sessions.module.css'
import type { SignUpList } from './sign-up-list.ts'

/** A list from elsewhere, line by line: who was found, who may be meant, and which line fits nobody. */
export function PasteSignUps({ signUps, onDone }: { signUps: SignUpList; onDone: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const match = useMutation({ mutationFn: () => matchLines(linesOf(text)) })
  const chosenIn = ({ line, isSure, candidates }: MatchedLine): string | undefined =>
    isSure ? candidates[0]?.id : picked[line]
  const lines = match.data ?? []
  const ids = [...new Set(lines.map(chosenIn))].filter(id => id !== undefined && !signUps.has(id)) as string[]
  const open = lines.filter(line => chosenIn(line) === undefined).length
  return (
    <Stack gap="sm">
      <Textarea
        label={t('sessions.paste.label')}
        description={t('sessions.paste.hint', { count: LINES_MAX })}
        placeholder={t('sessions.paste.example')}
        value={text}
        onChange={typed => {
          setText(typed.currentTarget.value)
          match.reset()
        }}
        minRows={5}
        maxRows={match.data ? 5 : 14}
        autosize
        autoFocus
        spellCheck={false}
      />
      {match.error && <FailureNote error={match.error} />}
      {!match.data && (
        <Group justify="flex-end">
          <Button disabled={linesOf(text).length === 0} loading={match.isPending} onClick={() => match.mutate()}>
            {t('sessions.paste.match')}
          </Button>
        </Group>
      )}
      {match.data && (
        <>
          <ul className={own.lines}>
            {lines.map(line => (
              <Line
                key={line.line}
                line={line}
                signUps={signUps}
                chosen={chosenIn(line) ?? null}
                onChoose={id => setPicked({ ...picked, [line.line]: id })}
              />
            ))}
          </ul>
          <div className={classes.drawerFoot}>
            <Text size="sm" role="status" className="tabular">
              {t('sessions.paste.summary', { lines: lines.length, found: lines.length - open, open })}
            </Text>
            <Button disabled={ids.length === 0} loading={signUps.isBusy} onClick={() => signUps.set(ids, true, onDone)}>
              {t('sessions.paste.signUp', { count: ids.length })}
            </Button>
          </div>
        </>
      )}
    </Stack>
  )
}

function Line({
  line: { line, isSure, candidates },
  signUps,
  chosen,
  onChoose,
}: {
  line: MatchedLine
  signUps: SignUpList
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  const labelOf = ({ name, place }: MatchedLine['candidates'][number]): string =>
    place === '' ? name : `${name} · ${place}`
  const [only] = candidates
  if (only === undefined) {
    return (
      <li data-tone="bad">
        <IconAlertTriangle size={17} aria-hidden />
        <span>{line}</span>
        <em>{t('sessions.paste.nobody')}</em>
      </li>
    )
  }
  if (isSure) {
    return (
      <li data-tone="ok">
        <IconCheck size={17} aria-hidden />
        <span>{line}</span>
        <em>
          {labelOf(only)}
          {signUps.has(only.id) && ` · ${t('sessions.paste.already')}`}
        </em>
      </li>
    )
  }
  return (
    <li data-tone="warn">
      <IconHelpCircle size={17} aria-hidden />
      <span>{line}</span>
      <Select
        size="xs"
        w="100%"
        aria-label={t('sessions.paste.which', { line })}
        placeholder={t('sessions.paste.several', { count: candidates.length })}
        data={candidates.map(each => ({ value: each.id, label: labelOf(each) }))}
        value={chosen}
        onChange={id => id !== null && onChoose(id)}
        allowDeselect={false}
      />
    </li>
  )
}

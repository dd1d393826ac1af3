import { ActionIcon, Button, Group as Row, NativeSelect, Stack, TextInput, Tooltip } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHECKLIST_KINDS, type ChecklistItem } from '#main/features/registration/contract.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import type { DeskActs } from '#renderer/rpc/desk-acts.ts'
import { DialogFrame } from '#renderer/ui/DialogFrame.tsx'
import classes from './dialogs.module.css'

/** What participants hand over and take along at this event. */
export function ChecklistDialog({ acts, onClose }: { acts: DeskActs; onClose(): void }) {
  const { t } = useTranslation()
  const items = useQuery(orpc.registration.checklist.list.queryOptions())
  const [name, setName] = useState('')
  const [kind, setKind] = useState<ChecklistItem['kind']>('berkas')
  const [error, setError] = useState<unknown>(null)

  async function attempt(key: string, call: (actId: string) => Promise<unknown>): Promise<void> {
    try {
      await acts.run(key, call)
      setError(null)
    } catch (failure) {
      setError(failure)
    }
  }

  function add(submitted: SyntheticEvent): void {
    submitted.preventDefault()
    if (name.trim() === '') return
    void attempt(`add-item ${kind} ${name}`, actId => client.registration.checklist.add({ actId, kind, name }))
    setName('')
  }

  function rename(item: ChecklistItem, written: string): void {
    const next = written.trim()
    if (next === '' || next === item.name) return
    const { id } = item
    void attempt(`rename ${id} ${next}`, actId => client.registration.checklist.rename({ actId, id, name: next }))
  }

  return (
    <DialogFrame title={<b>{t('registration.checklist.title')}</b>} onClose={onClose}>
      {error !== null && <FailureNote error={error} />}
      <Stack gap={6}>
        {items.data?.map(item => (
          <Row key={item.id} gap="sm" wrap="nowrap">
            <span className={classes.itemKind}>{t(`registration.checklist.${item.kind}`)}</span>
            <TextInput
              flex={1}
              aria-label={t('registration.checklist.name')}
              defaultValue={item.name}
              onBlur={left => rename(item, left.currentTarget.value)}
            />
            <Tooltip label={t('registration.checklist.archive')}>
              <ActionIcon
                variant="subtle"
                aria-label={`${t('registration.checklist.archive')}: ${item.name}`}
                onClick={() =>
                  void attempt(`archive ${item.id}`, actId =>
                    client.registration.checklist.archive({ actId, id: item.id }),
                  )
                }
              >
                <IconArchive size={18} />
              </ActionIcon>
            </Tooltip>
          </Row>
        ))}
      </Stack>
      <form onSubmit={add}>
        <Row gap="sm" wrap="nowrap" mt="lg" align="flex-end">
          <NativeSelect
            w={110}
            aria-label={t('registration.checklist.kind')}
            value={kind}
            data={CHECKLIST_KINDS.map(value => ({ value, label: t(`registration.checklist.${value}`) }))}
            onChange={change => setKind(change.currentTarget.value as ChecklistItem['kind'])}
          />
          <TextInput
            flex={1}
            data-autofocus
            aria-label={t('registration.checklist.new')}
            placeholder={t('registration.checklist.new')}
            value={name}
            onChange={change => setName(change.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('common.add')}
          </Button>
        </Row>
      </form>
    </DialogFrame>
  )
}

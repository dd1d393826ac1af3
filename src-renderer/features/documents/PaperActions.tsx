import { Button, Checkbox, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperRequest } from '#main/features/documents/contract.ts'
import type { PaperDocument } from '#main/features/documents/paper-rules.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { client, isDesktop, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './documents.module.css'
import { ExportButtons } from './ExportButtons.tsx'
import { PAPER_OPTIONS, paperPrinter } from './paper-options.ts'

interface ActionsProps {
  request: PaperRequest
  frame: Window | null
  model: PaperDocument | undefined
  pageCount: number | null
}

const DIALOG = 'dialog:'

/** Print or save what the preview shows. The desktop does it silently; a browser shows its own dialog. */
export function PaperActions({ request, frame, model, pageCount }: ActionsProps) {
  const { t } = useTranslation()
  const acts = useActIds()
  const printers = usePrinters()
  const [isFixing, setIsFixing] = useState(true)
  const canFix = PAPER_OPTIONS[request.paper].includes('fixedNumbers')
  const fixesNumbers = canFix && isFixing
  const settled = { onSuccess: () => acts.done() }
  const print = useMutation({
    mutationFn: async (): Promise<void> => {
      const actId = acts.idFor([request, fixesNumbers, printers.value])
      if (printers.value !== DIALOG) {
        return client.documents.print({ actId, request, fixesNumbers, printer: printers.value })
      }
      const sent = await client.documents.release({ actId, request, fixesNumbers })
      await printFrame(frame, model, fixesNumbers ? sent : null)
    },
    ...settled,
  })
  const save = useMutation(
    orpc.documents.savePdf.mutationOptions({
      onSuccess: answer => {
        acts.done()
        if (answer.status === 'done') notifications.show({ message: t('documents.saved', { path: answer.path }) })
      },
    }),
  )
  const isEmpty = !model || isWithoutPeople(model)
  const error = print.error ?? save.error
  return (
    <Stack gap="xs" className={classes.actions}>
      <Text size="sm" role="status">
        {pageCount === null
          ? t('documents.drawing')
          : isEmpty
            ? t('documents.empty')
            : t('documents.pages', { count: pageCount, shown: formatNumber(pageCount), size: model.size })}
      </Text>
      {error && <FailureNote error={error} />}
      {canFix && (
        <Checkbox
          label={t('documents.fix.label')}
          description={t('documents.fix.hint')}
          checked={isFixing}
          onChange={changed => setIsFixing(changed.currentTarget.checked)}
        />
      )}
      {printers.options.length > 1 && (
        <Select
          aria-label={t('documents.printer')}
          allowDeselect={false}
          data={printers.options}
          value={printers.value}
          onChange={value => value !== null && printers.choose(value)}
        />
      )}
      <Button
        leftSection={<IconPrinter size={18} aria-hidden />}
        disabled={pageCount === null}
        loading={print.isPending}
        onClick={() => print.mutate()}
      >
        {t('documents.print')}
      </Button>
      {isDesktop && (
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          disabled={pageCount === null}
          loading={save.isPending}
          onClick={() => save.mutate({ request, fixesNumbers, actId: acts.idFor(['pdf', request, fixesNumbers]) })}
        >
          {t('documents.savePdf')}
        </Button>
      )}
      <ExportButtons of={t(`documents.papers.${request.paper}.name`)} subject={{ kind: 'paper', request }} />
      {printers.value === DIALOG && (
        <Text size="xs" c="dimmed">
          {t('documents.dialogHint')}
        </Text>
      )}
    </Stack>
  )
}

/** Prints the preview through the browser's dialog; a paper with fixed numbers is drawn for it and taken away again. */
async function printFrame(
  frame: Window | null,
  shown: PaperDocument | undefined,
  fixed: PaperRequest | null,
): Promise<void> {
  if (!frame) return
  if (fixed) await frame.drawPaper?.(await client.documents.paper(fixed))
  frame.print()
  if (fixed && shown) await frame.drawPaper?.(shown)
}

function isWithoutPeople(model: PaperDocument): boolean {
  return model.kind === 'form' ? model.pages.length === 0 : !model.rows.some(({ style }) => style === 'row')
}

/** Printers of the main computer; outside of the desktop window the browser's dialog as well, which comes first there. */
function usePrinters(): {
  options: { value: string; label: string }[]
  value: string
  choose: (value: string) => void
} {
  const { t } = useTranslation()
  const printers = useQuery(orpc.badges.printers.queryOptions({ refetchOnMount: 'always' }))
  const [chosen, setChosen] = useState(paperPrinter.read)
  const options = [
    ...(isDesktop ? [] : [{ value: DIALOG, label: t('documents.dialog') }]),
    ...(printers.data ?? []).map(({ name, displayName }) => ({ value: name, label: displayName })),
  ]
  const standard = isDesktop ? (printers.data?.find(({ isDefault }) => isDefault)?.name ?? options[0]?.value) : DIALOG
  const value = options.find(option => option.value === chosen)?.value ?? standard ?? ''
  return {
    options,
    value,
    choose(next) {
      setChosen(next)
      paperPrinter.write(next)
    },
  }
}

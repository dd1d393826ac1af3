import { Loader, Text, UnstyledButton } from '@mantine/core'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offerDownload } from '#renderer/platform/offer-download.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './documents.module.css'

/** The laporan kegiatan as a Word file, filled in as far as the event knows. */
export function ReportButton() {
  const { t } = useTranslation()
  const save = useMutation(
    orpc.activityReport.save.mutationOptions({ onSuccess: ({ file }) => file && offerDownload(file) }),
  )
  return (
    <div>
      <UnstyledButton
        className={classes.paper}
        aria-busy={save.isPending}
        disabled={save.isPending}
        onClick={() => save.mutate({})}
      >
        <span className={classes.paperName}>
          {save.isPending ? <Loader size={16} /> : <IconFileTypeDocx size={16} aria-hidden />}{' '}
          {t('documents.report.name')}
        </span>
        <span className={classes.paperHint}>{t('documents.report.hint')}</span>
      </UnstyledButton>
      {save.data?.savedAt && (
        <Text size="xs" role="status">
          {t('documents.saved', { path: save.data.savedAt })}
        </Text>
      )}
      {save.error && <FailureNote error={save.error} />}
    </div>
  )
}

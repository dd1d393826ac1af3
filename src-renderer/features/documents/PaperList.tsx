import { Title } from '@mantine/core'
import { IconFileZip, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { PAPER_IDS } from '#main/features/documents/settings-rules.ts'
import classes from './documents.module.css'
import { ReportButton } from './ReportButton.tsx'

/** The papers, each with a sentence on what it is for, and the settings that they share. */
export function PaperList() {
  const { t } = useTranslation()
  const [location] = useLocation()
  const current = (page: string): 'page' | undefined => (location === `/dokumen/${page}` ? 'page' : undefined)
  return (
    <>
      <Title order={1} size="h4" mb="xs">
        {t('documents.title')}
      </Title>
      <ul className={classes.papers}>
        {PAPER_IDS.map(id => (
          <li key={id}>
            <Link href={`/dokumen/${id}`} className={classes.paper} aria-current={current(id)}>
              <span className={classes.paperName}>{t(`documents.papers.${id}.name`)}</span>
              <span className={classes.paperHint}>{t(`documents.papers.${id}.hint`)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link href="/dokumen/sertifikat" className={classes.paper}>
            <span className={classes.paperName}>{t('certificates.title')}</span>
            <span className={classes.paperHint}>{t('certificates.hint')}</span>
          </Link>
        </li>
      </ul>
      <Link href="/dokumen/berkas" className={classes.paper} aria-current={current('berkas')}>
        <span className={classes.paperName}>
          <IconFileZip size={16} aria-hidden /> {t('exports.title')}
        </span>
        <span className={classes.paperHint}>{t('exports.hint')}</span>
      </Link>
      <ReportButton />
      <Link href="/dokumen/pengaturan" className={classes.paper} aria-current={current('pengaturan')}>
        <span className={classes.paperName}>
          <IconSettings size={16} aria-hidden /> {t('documents.settings.title')}
        </span>
        <span className={classes.paperHint}>{t('documents.settings.hint')}</span>
      </Link>
    </>
  )
}

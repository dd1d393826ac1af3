import { Anchor, Tabs, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { tabIn, TABS } from './addresses.ts'
import { CandidatesTab } from './CandidatesTab.tsx'
import classes from './certificates.module.css'
import { RegisterTab } from './RegisterTab.tsx'
import { SettingsTab } from './SettingsTab.tsx'
import { VerifyTab } from './VerifyTab.tsx'

/** Certificates: who has earned one, the register of numbers, whether a paper is genuine, and how they look. */
export function CertificatesScreen({ event, page }: { event: EventSummary; page: string | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const tab = tabIn(page)
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <Anchor component={Link} href="/dokumen" size="sm">
            {t('certificates.back')}
          </Anchor>
          <Title order={1} size="h3">
            {t('certificates.title')}
          </Title>
        </div>
        <Tabs value={tab} onChange={next => navigate(`/dokumen/sertifikat/${next}`)} variant="pills">
          <Tabs.List>
            {TABS.map(each => (
              <Tabs.Tab key={each} value={each}>
                {t(`certificates.tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </header>
      {tab === 'terbitkan' && <CandidatesTab />}
      {tab === 'register' && <RegisterTab event={event} />}
      {tab === 'periksa' && <VerifyTab event={event} />}
      {tab === 'pengaturan' && <SettingsTab />}
    </div>
  )
}

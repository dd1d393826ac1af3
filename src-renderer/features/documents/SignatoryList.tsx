import { Button, Group, MultiSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { type DocumentSettings, PAPER_IDS, type PaperId } from '#main/features/documents/settings-rules.ts'
import classes from './documents.module.css'

type Signatories = DocumentSettings['signatories']
type Signatory = Signatories[number]

const FIELDS = ['heading', 'position', 'name', 'nip', 'rank'] as const

/** Who signs, and under which papers; the last one of a paper stands on the right under place and date. */
export function SignatoryList({
  signatories,
  onChange,
}: {
  signatories: Signatories
  onChange: (signatories: Signatories) => void
}) {
  const { t } = useTranslation()
  const replace = (changed: Signatory): void =>
    onChange(signatories.map(signatory => (signatory.id === changed.id ? changed : signatory)))
  const add = (): void => {
    const blank = { heading: '', position: '', name: '', nip: '', rank: '' }
    onChange([...signatories, { ...blank, id: newId(), papers: [...PAPER_IDS] }])
  }
  return (
    <div>
      {signatories.map(signatory => (
        <div key={signatory.id} className={classes.signatory} role="group" aria-label={signatory.name}>
          {FIELDS.map(field => (
            <TextInput
              key={field}
              label={t(`documents.signatory.${field}`)}
              placeholder={t(`documents.signatory.example.${field}`)}
              value={signatory[field]}
              onChange={changed => replace({ ...signatory, [field]: changed.currentTarget.value })}
            />
          ))}
          <Group align="end" justify="end">
            <Button
              variant="subtle"
              color="bad"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => onChange(signatories.filter(({ id }) => id !== signatory.id))}
            >
              {t('documents.signatory.remove')}
            </Button>
          </Group>
          <MultiSelect
            className={classes.wide}
            label={t('documents.signatory.papers')}
            value={signatory.papers}
            onChange={papers => replace({ ...signatory, papers: papers as PaperId[] })}
            data={PAPER_IDS.map(id => ({ value: id, label: t(`documents.papers.${id}.name`) }))}
          />
        </div>
      ))}
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('documents.signatory.add')}
      </Button>
    </div>
  )
}

import { useTranslation } from 'react-i18next'

/** The words that go into a report's file, by code: those of some sections of an importer's catalogue, and its single texts. */
export function useReportWords(catalogue: string, sections: readonly string[]): () => Record<string, string> {
  const { i18n } = useTranslation()
  return () => {
    const bundle = i18n.getResourceBundle(i18n.language, 'translation') as Record<string, Record<string, unknown>>
    const words: Record<string, string> = {}
    for (const [section, value] of Object.entries(bundle[catalogue] ?? {})) {
      if (typeof value === 'string') words[section] = value
      else if (sections.includes(section)) {
        for (const [code, text] of Object.entries(value as Record<string, unknown>)) {
          if (typeof text === 'string') words[`${section}.${code}`] = text
        }
      }
    }
    return words
  }
}

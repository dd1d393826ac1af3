import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** The languages of the program; Indonesian comes first. */
export const LANGUAGES = ['id', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const STORAGE_KEY = 'gelar.language'

const catalogues = import.meta.glob<Record<string, unknown>>(['./id/*.json', './en/*.json'], {
  eager: true,
  import: 'default',
})

/** One file per feature and language: `id/events.json` becomes `events.*`. */
function resourcesOf(language: Language): Record<string, unknown> {
  const prefix = `./${language}/`
  const files = Object.entries(catalogues).filter(([path]) => path.startsWith(prefix))
  return Object.fromEntries(files.map(([path, words]) => [path.slice(prefix.length, -'.json'.length), words]))
}

function savedLanguage(): Language {
  const saved = globalThis.localStorage.getItem(STORAGE_KEY)
  return LANGUAGES.find(language => language === saved) ?? 'id'
}

/** Must run before the first screen is drawn. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    resources: Object.fromEntries(LANGUAGES.map(language => [language, { translation: resourcesOf(language) }])),
    lng: savedLanguage(),
    fallbackLng: 'id',
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    initAsync: false,
  })
  document.documentElement.lang = i18next.language
}

/** Switches the language of every open screen of this window and remembers it on this device. */
export function switchLanguage(language: Language): void {
  globalThis.localStorage.setItem(STORAGE_KEY, language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

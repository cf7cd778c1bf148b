import { readerLanguage, useTexts } from '@portico/ui'
import { chooseLanguage, spokenLanguages } from './language.ts'
import { languageName } from './language-name.ts'
import styles from './language-switch.module.css'
import { languageTexts } from './texts.ts'

/** For pages that are read without signing in. The choice is remembered on this device. */
export function LanguageSwitch() {
  const t = useTexts(languageTexts)
  const current = readerLanguage()
  return (
    <div role="group" aria-label={t('switch')} className={styles.languages}>
      {spokenLanguages().map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={styles.language}
          aria-pressed={language === current}
          onClick={() => void chooseLanguage(language)}
        >
          {languageName(language)}
        </button>
      ))}
    </div>
  )
}

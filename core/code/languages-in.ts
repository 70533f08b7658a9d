import {type Language, languageOf} from './languages.ts'

/**
 * The languages of the code blocks in `text`, found without parsing: at least those that the blocks have, so that a
 * host can load their grammars before it lints.
 */
export function languagesIn(text: string): Set<Language> {
  const languages = new Set<Language>()
  for (const [, info = ''] of text.matchAll(/(?:`{3,}|~{3,})([^\r\n]*)/g)) {
    const language = languageOf(info)
    if (language) languages.add(language)
  }
  return languages
}

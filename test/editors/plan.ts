import {readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The plan that the editors open. */
export const plan = readFileSync(join(import.meta.dirname, 'plan.md'), 'utf8')

/** Turns on the one rule of the plan's findings that is off by default. */
export const settings = {rules: {'no-function-bodies': 'error'}}

/** What is found in the plan, in its order: words that stand in it once. */
export const findings = [
  {rule: 'no-template-text', words: '<!-- ACTION REQUIRED: say whose requests -->'},
  {rule: 'no-placeholders', words: '[NAME]'},
  {rule: 'no-function-bodies', words: 'left'},
]

/** What a person takes from the menu at the first finding, and what becomes of the plan. */
export const fix = {
  title: 'Fix: delete "<!-- ACTION REQUIRED: say whose requests -->"',
  text: plan.replace('<!-- ACTION REQUIRED: say whose requests -->', ''),
  left: ['no-placeholders', 'no-function-bodies'],
}

/** The same at the last finding, after the fix. */
export const suggestion = {
  title: 'Keep the signature only',
  text: fix.text.replace(' { return limit - used }', ''),
  left: ['no-placeholders'],
}

/** What is typed below the plan after the changes, and what is found in it. */
export const typed = {line: 'Ünïcode 😀: [NAME] agrees.', rule: 'no-placeholders', words: '[NAME]'}

import {parse} from 'yaml'
import {table} from './docs.ts'

interface Action {
  inputs: Record<string, {description: string; default?: string}>
  outputs: Record<string, {description: string}>
}

/** Markdown tables of what an action takes and gives, from the text of its `action.yml`. */
export function actionTables(text: string): string {
  const {inputs, outputs}: Action = parse(text)
  const taken = Object.entries(inputs).map(([name, {description, default: usual}]) => [
    `\`${name}\``,
    `${inSentence(description)}${usual === undefined ? '' : `; default \`${usual}\``}`,
  ])
  const given = Object.entries(outputs).map(([name, {description}]) => [`\`${name}\``, inSentence(description)])
  return `${table(['Input', 'Is'], taken)}\n\n${table(['Output', 'Is'], given)}`
}

function inSentence(description: string): string {
  return description.charAt(0).toLowerCase() + description.slice(1)
}

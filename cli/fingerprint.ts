import {createHash} from 'node:crypto'
import type {Finding} from '../core/finding.ts'

/**
 * What a finding is known by when the text around it changes: the rule, the words at the place, and the message without
 * its numbers, which may be those of lines. Findings that say the same of the same words share it.
 */
export function fingerprintOf({rule, message, start, end}: Finding, text: string): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  const content = JSON.stringify([rule, words, message.replace(/\d+/g, '0')])
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

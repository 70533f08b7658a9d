import {isCommand, isGesture} from './command-lines.ts'
import type {Document} from './document.ts'
import {infoOf} from './fenced-code.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import {anyScript} from './patterns.ts'
import {firstAtOrAfter} from './ranges.ts'
import {isTool} from './tools.ts'

const shells =
  /^(?:bash|sh|shell|shellscript|zsh|fish|ksh|csh|tcsh|nu|console|terminal|shell-session|shellsession|powershell|pwsh|ps1|cmd|bat|batch|dos|makefile-commands)\b/i
const outputs = /^(?:text|txt|output|plaintext)?$/i

/** What stands only in the text of a file: functions, tests, arms of a `case`. */
const script =
  /^[ \t]*(?:function\s+[\w:-]+|[\w:-]+[ \t]*\(\))[ \t]*(?:\(\)[ \t]*)?\{|^[ \t]*@test\b|^[ \t]*local\s+\w|;;[ \t]*$/m
const asked = /\b(?:run|running|execute|invoke)\b|^\W*(?:automated|automatic|verif|validat)/i
/** The block is part of a script then, not something to run now. */
const placed =
  /\b(?:add|insert|append|put)\s*[:：]?$|\breplace\b.*\bwith\s*[:：]?$|\b(?:add|insert|append|put|replace|update|change)\b.*\blines?\s+~?\d|\b(?:create|write|add|insert|append|put|replace|update|change|modify|new file)\b.*\.(?:sh|bash|zsh|fish|bats|ps1)\b/i

/** Notes, lists and trees that stand in a block of a shell for want of a better place. */
const note = /^(?:[-*•]\s|\d+[.)]\s|[├└│┌─]|T\d+\b)|^\S+[\\/]$/u
const label = anyScript(String.raw`^[\p{L}][\p{L}\p{N} ,&+()/[\]#-]*[:：](?:\s|$)`)

/** Whether the block holds at least one command that a reader could run as it stands. */
export function holdsCommands(document: Document, fence: Fence): boolean {
  const info = infoOf(document, fence).trim()
  const isShell = shells.test(info)
  if (!isShell && !outputs.test(info)) return false
  const code = document.text.slice(fence.content.start, fence.content.end)
  const lines = code.split('\n').map(line => line.trim())
  // A block that is not said to be of a shell has to begin like one: output, trees and help texts quote commands further down.
  if (!isShell) return isCommand(lines.find(line => !isGesture(line)) ?? '')
  return !isOfScript(document, fence, code) && lines.some(isLineOfShell)
}

function isOfScript(document: Document, fence: Fence, code: string): boolean {
  const words = sentenceBefore(document, fence)
  if (asked.test(words)) return false
  return code.trimStart().startsWith('#!') || script.test(code) || placed.test(words)
}

/** The heading or the last sentence before a block; empty where it follows neither. */
function sentenceBefore({text, blocks}: Document, fence: Fence): string {
  const before = blocks[firstAtOrAfter(blocks, fence.start) - 1]
  const endOf = ({start, end}: Range) => text.slice(Math.max(start, end - 400), end)
  if (before?.kind === 'heading') return endOf(before.title)
  if (before?.kind !== 'paragraph') return ''
  const words = endOf(before)
  const sentences = words.replace(/[*`]+/g, '').split(/(?<=[.!?])\s+(?=\S)/)
  return (sentences.at(-1) ?? '').replace(/\s+/g, ' ').trim()
}

function isLineOfShell(line: string): boolean {
  if (isGesture(line) || note.test(line)) return false
  return !label.test(line) || isTool(line.split(/\s/, 1)[0] ?? '')
}

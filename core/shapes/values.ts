import {list, oneOf, text} from './shape.ts'

export const texts = list(text)
export const yes = oneOf(true)
export const severity = oneOf('error', 'warning', 'info')
export const expectation = oneOf('required', 'expected', 'optional')

import {codeActions} from './code-actions.ts'
import {diagnostics} from './diagnostics.ts'
import type {Feature} from './feature.ts'
import {hover} from './hover.ts'

/** All that the server does, one line each. */
export const features: readonly Feature[] = [diagnostics, codeActions, hover]

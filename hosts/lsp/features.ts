import {codeActions} from './code-actions.ts'
import {diagnostics} from './diagnostics.ts'
import type {Feature} from './feature.ts'

/** All that the server does, one line each. */
export const features: readonly Feature[] = [diagnostics, codeActions]

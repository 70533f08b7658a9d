import {codeActions} from './code-actions.ts'
import {completion} from './completion.ts'
import {diagnostics} from './diagnostics.ts'
import type {Feature} from './feature.ts'
import {folding} from './folding.ts'
import {hover} from './hover.ts'
import {navigation} from './navigation.ts'
import {status} from './status.ts'
import {symbols} from './symbols.ts'

/** All that the server does, one line each. */
export const features: readonly Feature[] = [
  diagnostics,
  codeActions,
  hover,
  symbols,
  folding,
  completion,
  navigation,
  status,
]

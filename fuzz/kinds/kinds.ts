import {edits} from './edits.ts'
import {files} from './files.ts'
import {hosts} from './hosts.ts'
import type {AnyKind} from './kind.ts'
import {texts} from './texts.ts'

/** All that is tried, in the order in which it comes round. */
export const kinds: readonly AnyKind[] = [...texts, files, edits, hosts]

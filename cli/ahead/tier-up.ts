import process from 'node:process'
import {setFlagsFromString} from 'node:v8'

/**
 * Has V8 optimise only what goes on for long. That of Node 20 knows nothing between its baseline code and its slowest
 * compiler, and takes a function for hot so soon that a long run spends a third of its time on compiling. Later versions
 * have a compiler in between, and are left as they are.
 */
export function optimiseLater(): void {
  if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=500000')
}

import {writeFileSync} from 'node:fs'
import writeFileAtomic from 'write-file-atomic'

/**
 * Puts `text` into `file`, which need not be there, in one step: whoever reads it meets what was there before or the new
 * text. Mode and owner stay; of a link the file that it leads to is replaced. `survivesCrash` waits until the disk has it.
 * @throws when it cannot be written; then all is as it was
 */
export function replaceFile(file: string, text: string, {survivesCrash = true} = {}): void {
  writeFileAtomic.sync(file, '', {
    fsync: survivesCrash,
    // By itself it writes once, and takes what the system takes of that for the whole: on a disk that gets full, a part.
    tmpfileCreated: temporary => writeFileSync(temporary, text),
  })
}

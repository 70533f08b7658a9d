// Runs beside the command: puts a mark before and behind the code of each of its modules.
const mark = url => `;(globalThis.moduleMarks ??= []).push([${JSON.stringify(url)}, performance.now()]);`

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context)
  if (loaded.format !== 'module' || loaded.source == null) return loaded
  const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
  const [, shebang, code] = /^(#!.*\n)?([\s\S]*)$/.exec(source)
  return {...loaded, source: `${shebang ?? ''}${mark(url)}${code}\n${mark(url)}`}
}

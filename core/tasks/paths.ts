import {codeSpansIn} from '../document.ts'
import type {Range} from '../finding.ts'
import {matchesIn} from '../patterns.ts'

/** A file or folder named in running text. */
export interface PathMention extends Range {
  /** Without leading `./`, without the `/` that stands for the project, and without a place inside the file. */
  path: string
  /** A file, not a folder or a pattern for several. */
  isFile: boolean
  /** A path by its looks alone; else it may be a branch, a module or words: `list/search/range`. */
  isCertain: boolean
}

const extensions = new Set(
  `
  bash bat bazel avif gif jpeg jpg pdf png webp c cc cfg cjs clj cmake cmd conf cpp cs csproj css csv cue cxx dart desktop edn ejs elm entitlements env erb erl ex exs fs
  go gql gradle graphql groovy h hbs hcl heex hh hpp hrl hs html http hxx icns ico ini iss ipynb java jl js json json5 jsonc jsx
  kt kts less liquid lock lua m md mdx mjs mk ml mm mod mts php pbxproj pl plist pkl prisma properties proto ps1 psql py pyi qml
  r rake rb rego rs rst rtf sass sbt scala scm scss service sh sln snap socket sol sql sum svelte svg swift tcl tex tf tfvars
  tmpl toml tpl ts tsx txt vb vue wasm wgsl wxs xib xml yaml yml zig zsh
  `
    .trim()
    .split(/\s+/),
)
const plainNames =
  'Makefile|GNUmakefile|Dockerfile|Containerfile|Gemfile|Rakefile|Procfile|Justfile|Vagrantfile|Jenkinsfile|Brewfile|Podfile|Fastfile|Caddyfile|Tiltfile|Earthfile|BUILD|WORKSPACE|LICENSE|CODEOWNERS'
const namesWithoutExtension = new RegExp(
  String.raw`^(?:${plainNames}|Dockerfile\.[\w-]+|\.[a-z][\w-]*(?:ignore|rc|attributes|env|keep))$`,
)
/** Products and values whose names look like a file's. */
const products = /^(?:(?:[A-Z][A-Za-z]*|d3)\.(?:js|io|ts)|process\.env|import\.meta\.env)$/
/** What names of tests and types end in: `.test.mjs`, `.d.ts`. */
const endings = /^\.(?:test|tests|spec|e2e|d|stories|module|min|bench|fixture|snap)\.\w+$/
/** Hosts of modules and pages: `github.com/a/b`, `golang.org/x/text`. */
const host = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|io|in|dev|net|sh|ai|co|me|cloud|app|gov|edu)$/
/** Folders at the root of a machine; another path that begins with a slash begins at the root of the project, or is none. */
const machine = /^\/(?:home|Users|etc|usr|var|opt|tmp|srv|mnt|root|Library|Applications)\//
/** Folders whose names no list of words has. */
const onlyFolders =
  /^(?:\.[\w-]+|\.\.|~|src|internal|pkg|cmd|libs?|specs|testdata|node_modules|__tests__|e2e|etc|infra|charts|wix)$/
const folders =
  /^(?:\.github|\.claude|\.vscode|android|apps?|assets|backend|bin|build|charts|cli|client|cmd|components?|configs?|core|data|db|deploy|deployments?|docker|docs?|e2e|etc|examples?|fixtures|frontend|hack|include|infra|internal|ios|lib|libs|migrations?|mobile|modules?|native|packages?|pages|pkg|plugins?|public|resources?|routes|schemas?|scripts?|server|services?|shared|specs?|sql|src|static|styles|templates|testdata|tests?|tools?|ui|utils?|views|web|website|wix)$/

/** What is left of a path without a place inside the file and without the marks of a sentence. */
function bareOf(written: string): string {
  const place = written.search(/::|#|:\d|\(/)
  return (place < 0 ? written : written.slice(0, place)).replace(/[.,:;]+$/, '').replace(/^classpath:(?=\/)/, '')
}

function extensionOf(name: string): string | undefined {
  if (!name.includes('.')) return undefined
  return /^[\p{L}\p{N}_@.+-]*[\p{L}\p{N}_@+-]\.([A-Za-z][A-Za-z0-9]{0,11})$/u.exec(name)?.[1]
}

const isPatternLike = (path: string) => /[*{}[\]<>$]/.test(path)

function fileOf(bare: string, path: string, segments: readonly string[]): Omit<PathMention, keyof Range> | null {
  const name = segments.at(-1) ?? ''
  const isFile = !isPatternLike(path)
  if (namesWithoutExtension.test(name)) return {path, isFile, isCertain: true}
  const extension = extensionOf(name)
  if (!extension) return null
  const isKnown = extensions.has(extension)
  if (segments.length === 1)
    return isKnown && !products.test(name) ? {path, isFile, isCertain: !endings.test(name)} : null
  if (isKnown) return {path, isFile, isCertain: !segments.every(segment => /^[A-Z]\w*(?:\.js)?$/.test(segment))}
  if (bare.startsWith('/') && !machine.test(bare)) return null
  return {path, isFile, isCertain: /^[a-z][a-z0-9]*$/.test(extension)}
}

function folderOf(
  bare: string,
  path: string,
  segments: readonly string[],
  isCode: boolean,
): Omit<PathMention, keyof Range> | null {
  if (!bare.includes('/')) return null
  const [first = ''] = segments
  const isClosed = bare.endsWith('/') && segments.length > 0
  const isRooted = bare.startsWith('/') && !machine.test(bare)
  const isRelative = /^(?:\.{1,2}|~)\//.test(bare) || machine.test(bare)
  const hasDepth = segments.length > 1 && (isCode || segments.length > 2 || folders.test(first) || isRelative)
  if (!isClosed && (isRooted || !hasDepth)) return null
  const isKnown = isCode ? folders.test(first) : onlyFolders.test(first)
  const isGlob = /\/\*{1,2}$/.test(bare)
  const isCertain =
    (isClosed && !isRooted) || isRelative || isGlob || isKnown || segments.some(segment => onlyFolders.test(segment))
  return {path, isFile: false, isCertain: isCertain && /^[^{}<>]/.test(path)}
}

function pathOf(written: string, isCode: boolean): Omit<PathMention, keyof Range> | null {
  if (/:\/\/|^(?:www\.|mailto:|#|@)/.test(written)) return null
  const bare = bareOf(written)
  const path = machine.test(bare) ? bare : bare.replace(/^\.?\//, '')
  const segments = path.split('/').filter(Boolean)
  if (segments.length > 1 && host.test(segments[0] ?? '')) return null
  return fileOf(bare, path, segments) ?? folderOf(bare, path, segments, isCode)
}

/** More than so many paths are in no pair of braces. */
const mostInBraces = 20

/** All that a path with alternatives stands for: `a.{h,cpp}` and `a.h/cpp` for `a.h` and `a.cpp`. */
function alternativesOf(written: string): readonly string[] {
  const braces = written.includes('{') ? /^([^{}]*)\{([^{}]*,[^{}]*)\}([^{}]*)$/.exec(written) : null
  if (braces) {
    const [, before = '', inside = '', after = ''] = braces
    const parts = inside.split(',')
    return parts.length > mostInBraces ? [written] : parts.map(part => before + part + after)
  }
  if (!written.includes('/')) return [written]
  const bare = bareOf(written)
  const last = bare.lastIndexOf('/')
  const first = bare.slice(0, last)
  const other = bare.slice(last + 1).replace(/^\.(?=\w+$)/, '')
  if (last < 0 || !extensions.has(extensionOf(first.slice(first.lastIndexOf('/') + 1)) ?? '')) return [written]
  if (extensions.has(other)) return [first, first.replace(/\w+$/, other)]
  return extensions.has(extensionOf(other) ?? '') && !products.test(first) ? [first, other] : [written]
}

/** What a path holds, or begins with: a folder, an extension, a choice in braces, or a name such as `Makefile`. */
const sign = (characters: string) => String.raw`(?=[[<]*(?:${plainNames})|${characters}*?(?:[/{]|\.[A-Za-z]))`

/** `{h,cpp}`. */
const choice = String.raw`\{[\w.*/-]*(?:,[\w.*/-]*)+\}`

function tokenOf(characters: string, flags: string): RegExp {
  return new RegExp(`(?<!${characters})${sign(characters)}(?:${choice}|${characters})+`, flags)
}

const token = tokenOf(String.raw`[\w@.~/{}*$[\]<>:#-]`, 'g')
/** In code a name may have letters of any script; in running text such a letter ends it: `src/a.ts에`. */
const tokenInCode = tokenOf(String.raw`[\p{L}\p{N}_@.~/{}*$[\]<>:#-]`, 'gu')

interface Token extends Range {
  written: string
  isCode: boolean
}

/** A part of each path; most lines have none. Names such as `Makefile` and `BUILD` have the last two. */
const anySign = /[/{]|\.[A-Za-z]|file|[A-Z]{5}/

/** What may be paths in `text`, in order. */
function tokensIn(text: string): Token[] {
  if (!anySign.test(text)) return []
  const tokens: Token[] = []
  const spans = text.includes('`') ? codeSpansIn(text, {start: 0, end: text.length}) : []
  let start = 0
  for (const span of spans) {
    addTokens(tokens, text.slice(start, span.start), start, false)
    addTokens(tokens, text.slice(span.start, span.end), span.start, true)
    start = span.end
  }
  addTokens(tokens, text.slice(start), start, false)
  return tokens
}

/** Adds to `tokens` what may be paths in `words`, which stand at `offset`. */
function addTokens(tokens: Token[], words: string, offset: number, isCode: boolean): void {
  const pattern = isCode ? tokenInCode : token
  for (const {0: written, index} of matchesIn(words, pattern)) {
    const end = index + written.length
    if (written.length > longest) continue
    // `EEG/` in a list of words in a script without blanks is no folder.
    if (written.endsWith('/') && /^\p{L}/u.test(words.slice(end, end + 2))) continue
    tokens.push(withoutBrackets({written, isCode, start: offset + index, end: offset + end}))
  }
}

/** What is longer is no path. */
const longest = 500

const openingBrackets = /^[[{<]+(?![[{<])(?=[^\]}>]*$)/

/** Takes off a bracket of a pair that is around more than the path. */
function withoutBrackets(whole: Token): Token {
  const {written, isCode, start, end} = whole
  if (!'[{<'.includes(written.charAt(0)) && !']}>'.includes(written.at(-1) ?? ' ')) return whole
  const lead = openingBrackets.exec(written)?.[0].length ?? 0
  let tail = 0
  if (!/[[{<]/.test(written.slice(lead))) while (']}>'.includes(written.at(-1 - tail) ?? ' ')) tail++
  return {
    written: written.slice(lead, written.length - tail),
    isCode,
    start: start + lead,
    end: Math.max(start + lead, end - tail),
  }
}

/** The paths named in `text`, a stretch of prose at `offset`, in order; alternatives have one place. */
export function pathsIn(text: string, offset: number): PathMention[] {
  const paths: PathMention[] = []
  for (const {written, isCode, start, end} of tokensIn(text)) {
    for (const alternative of alternativesOf(written)) {
      const path = pathOf(alternative, isCode)
      if (path) paths.push({...path, start: offset + start, end: offset + end})
    }
  }
  return paths
}

/** Whether `text` names a path. */
export function namesPath(text: string): boolean {
  return tokensIn(text).some(({written, isCode}) =>
    alternativesOf(written).some(alternative => pathOf(alternative, isCode) !== null),
  )
}

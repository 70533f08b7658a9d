import {codeSpansIn} from '../document.ts'
import type {Range} from '../finding.ts'
import {firstAtOrAfter} from '../ranges.ts'

/** A file or folder named in running text. */
export interface PathMention extends Range {
  /** Without leading `./` or `/` and without a place inside the file. */
  path: string
  /** A file, not a folder or a pattern for several. */
  isFile: boolean
}

const extensions = new Set(
  `
  bash bat bazel c cc cfg cjs clj cmake cmd conf cpp cs csproj css csv cue cxx dart desktop edn ejs elm entitlements env erb erl ex exs fs
  go gql gradle graphql groovy h hbs hcl heex hh hpp hrl hs html http hxx icns ico ini iss ipynb java jl js json json5 jsonc jsx
  kt kts less liquid lock lua m md mdx mjs mk ml mm mod mts php pbxproj pl plist pkl prisma properties proto ps1 psql py pyi qml
  r rake rb rego rs rst rtf sass sbt scala scm scss service sh sln snap socket sol sql sum svelte svg swift tcl tex tf tfvars
  tmpl toml tpl ts tsx txt vb vue wasm wgsl wxs xib xml yaml yml zig zsh
  `
    .trim()
    .split(/\s+/),
)
const namesWithoutExtension =
  /^(?:Makefile|GNUmakefile|Dockerfile(?:\.[\w-]+)?|Containerfile|Gemfile|Rakefile|Procfile|Justfile|Vagrantfile|Jenkinsfile|Brewfile|Podfile|Fastfile|Caddyfile|Tiltfile|Earthfile|BUILD|WORKSPACE|LICENSE|CODEOWNERS|\.[a-z][\w-]*(?:ignore|rc|attributes|env|keep))$/
/** Products whose names look like a file's. */
const products = /^(?:[A-Z][A-Za-z]*|d3)\.(?:js|io|ts)$/
const folders =
  /^(?:\.github|\.claude|\.vscode|android|apps?|assets|backend|bin|build|charts|cli|client|cmd|components?|configs?|core|data|db|deploy|deployments?|docker|docs?|e2e|etc|examples?|fixtures|frontend|hack|include|infra|internal|ios|lib|libs|migrations?|mobile|modules?|native|packages?|pages|pkg|plugins?|public|resources?|routes|schemas?|scripts?|server|services?|shared|specs?|sql|src|static|styles|templates|testdata|tests?|tools?|ui|utils?|views|web|website|wix)$/

function pathOf(written: string, isCode: boolean): Omit<PathMention, keyof Range> | null {
  if (/:\/\/|^(?:www\.|mailto:|#|@)/.test(written)) return null
  const bare = written.replace(/(?:::|#|:\d|\().*$/s, '').replace(/(?<![.,:;])[.,:;]+$/, '')
  const path = bare.replace(/^\.?\//, '')
  const segments = path.split('/').filter(Boolean)
  const name = segments.at(-1) ?? ''
  const extension = /^[\w@.+-]*[\w@+-]\.([A-Za-z][A-Za-z0-9]{0,11})$/.exec(name)?.[1]
  const isPattern = /[*{}[\]<>$]/.test(path)
  if (namesWithoutExtension.test(name)) return {path, isFile: !isPattern}
  if (
    extension &&
    (segments.length > 1 || extensions.has(extension)) &&
    !(segments.length === 1 && products.test(name))
  ) {
    return {path, isFile: !isPattern}
  }
  const isFolder =
    (bare.endsWith('/') && segments.length > 0) ||
    (!bare.startsWith('/') && segments.length > 1 && (isCode || segments.length > 2 || folders.test(segments[0] ?? '')))
  return isFolder ? {path, isFile: false} : null
}

const token = /(?<![\w@.~/{}*$[\]<>:#-])[\w@.~/{}*$[\]<>:#-]+/g

/** The paths named in `text`, a stretch of prose at `offset`, in order. */
export function pathsIn(text: string, offset: number): PathMention[] {
  const spans = text.includes('`') ? codeSpansIn(text, {start: 0, end: text.length}) : []
  return [...text.matchAll(token)].flatMap(({0: written, index}) => {
    const span = spans[firstAtOrAfter(spans, index) - 1]
    const path = pathOf(written, span !== undefined && index < span.end)
    return path ? [{...path, start: offset + index, end: offset + index + written.length}] : []
  })
}

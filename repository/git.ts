/** So long git may take to answer, in milliseconds; a repository that it takes longer for is looked at without it. */
const patience = 20_000

/** What a repository may have git run besides, or fetch from elsewhere, it neither runs nor fetches for us. */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
  // That all of the first commit is new tells nothing.
  'log.showRoot=false',
]

const options = ['--no-pager', ...settings.flatMap(setting => ['-c', setting])]

/** What a hook of git hands on about another repository. */
const aboutAnother =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|PREFIX|NAMESPACE|CEILING_DIRECTORIES)$/

/**
 * What git says of the repository at `root`; null where it cannot tell: it is not there, it does not trust
 * the repository, or takes too long. It is asked in a way in which it writes nothing and starts nothing.
 */
export function askGit(root: string, args: readonly string[]): string | null {
  try {
    // A host that is bundled for a browser must not import a module of Node.
    const {spawnSync} = process.getBuiltinModule('node:child_process')
    const {stdout, status} = spawnSync('git', [...options, '-C', root, ...args], {
      // Windows would look for the program in the working folder first, which may be the repository.
      cwd: process.execPath.replace(/[/\\][^/\\]*$/, '') || '/',
      env: environment(root),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      timeout: patience,
      killSignal: 'SIGKILL',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return status === 0 ? stdout : null
  } catch {
    return null
  }
}

function environment(root: string): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !aboutAnother.test(name))
  return {
    ...Object.fromEntries(own),
    // A repository that is none is not taken for a part of the one around it.
    GIT_CEILING_DIRECTORIES: root.replace(/\/[^/]*$/, '') || '/',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  }
}

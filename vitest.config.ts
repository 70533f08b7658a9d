import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    // As many files at a time as there are processors; the default leaves one of them idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: ['test/packed/**', 'test/editors/**'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Installs the packed package and its hosts from the registry: minutes, not seconds.
        test: {
          name: 'packed',
          include: ['test/packed/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        // Runs Neovim and Emacs, which have to be installed.
        test: {
          name: 'editors',
          include: ['test/editors/**/*.test.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        // Runs VS Code in a browser; CONTRIBUTING.md says how to get them.
        test: {
          name: 'vscode',
          include: ['editors/vscode/e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

/** Programs that a plan's validation may run; what stands first in a command line is looked up here. */
const tools = new Set(
  `
  ack act ag air alembic ansible ansible-lint ansible-playbook ant apk apt apt-get asdf atlas ava awk aws az
  bandit bash bats bazel bazelisk behave biome black brew buf buildah bun bundle bunx
  c++ cabal cargo cat cc cdk choco clang clang-format clang-tidy clippy clj cmake cmp codesign cocoapods colcon composer conan
  conda corepack cppcheck crystal ctest curl cypress cosign
  dart deno detox diff dig direnv django-admin dnf docker docker-compose dotnet dune dvc
  earthly elixir elm emacs erl esbuild eslint expo env
  fastlane find firebase fish flake8 flask flutter flyctl fly forge fvm
  g++ gcc gcloud gdb gem gh ghc git gitleaks glab gleam go gofmt gofumpt goimports golangci-lint golint goreleaser gosec
  govulncheck gotestsum gradle gradlew grep grpcurl gulp grunt
  hadolint hatch head helm hey http httpie hugo hurl hyperfine
  iex invoke isort
  jasmine java javac jest jj journalctl jq julia jupyter just
  k6 k9s karma kind kotlin kotlinc ktlint kubectl kubeconform kustomize
  ldd leiningen lein lerna lint-staged ls lsof ltrace lua luac luarocks
  make markdownlint markdownlint-cli2 maturin mdbook meson mill minikube mise mix mkdocs mocha mongosh msbuild MSBuild mvn mvnw mypy mysql
  nc nerdctl next ng nim nimble ninja nix nmake node nohup nox npm npx nvim nyc nx
  objdump ocaml opa openssl otool oxlint
  pdm perl php phpstan phpunit pip pip3 pipenv pipx plan-lint playwright pnpm pnpx podman poe poetry pod prettier prek
  pre-commit prisma promtool protoc ps psql pulumi pwsh py pylint pyright pytest python python2 python3 pgrep
  qemu rails rake rbenv readelf rebar3 redis-cli remark rg robot rollup Rscript rspec rsync rubocop ruby ruff rumdl rustc rustfmt rustup
  sam sbt scala scons scp sed semgrep serverless sf sfdx sh sha256sum shellcheck shfmt skaffold sls snyk sops sphinx-build swag
  sqlc sqlite3 sqlfluff ssh stack staticcheck stat strace stylelint supabase svelte-check swift swiftformat swiftlint
  symfony syft systemctl systemd-analyze
  tail tar task taskfile tauri terraform terragrunt test testem tflint tilt time timeout tofu tox tree trivy trunk tsc tsx turbo twine
  ty ui5 unbuffer unittest uv uvx uvicorn
  vagrant valgrind vault vercel vhs vi vim vite vitest vue-tsc
  watchexec wc webpack west wget which wrangler wrk
  xargs xcodebuild xcrun xmake xmllint xvfb-run
  yamllint yarn yq
  zig zsh
  `
    .trim()
    .split(/\s+/),
)

/** Whether `name` is a program that plans commonly run. */
export function isTool(name: string): boolean {
  return tools.has(name)
}

const complete = new Set(
  'ctest eslint gotestsum jest just make mocha mypy ninja nox phpstan phpunit prek pyright pytest rake rspec rubocop staticcheck tox tsc vitest'.split(
    ' ',
  ),
)

/** Whether the program's name alone is a command that checks something: `make`, but not `git`. */
export function runsAlone(name: string): boolean {
  return complete.has(name)
}

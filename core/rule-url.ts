/** Address of the page of the rule `id`. */
export function ruleUrl(id: string): string {
  return `https://github.com/plan-lint/plan-lint/blob/main/rules/${id}.md`
}

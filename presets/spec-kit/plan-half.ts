import type {Feature, FieldSpec, SectionSpec} from '../../core/preset.ts'
import {overview} from '../vocabulary.ts'

export const planTitles = [
  'Implementation Plan: {name}',
  '{name} Implementation Plan',
  '구현 계획: {name}',
  '实施计划: {name}',
  '实现计划: {name}',
  '實施計畫: {name}',
  '實作計畫: {name}',
]

export const planFields: readonly FieldSpec[] = [
  {label: 'Branch', aliases: ['Feature Branch', '브랜치', '分支'], expectation: 'optional'},
  {label: 'Date', aliases: ['Created', '날짜', '작성일', '日期'], expectation: 'required', type: 'date'},
  {
    label: 'Spec',
    aliases: ['Specification', 'Feature Spec', '사양', '사양서', '명세', '规格', '规范', '規格', '規範'],
    expectation: 'required',
    type: 'reference',
  },
]

const context = (label: string, ...aliases: string[]): FieldSpec => ({label, aliases, expectation: 'required'})

const summary: SectionSpec = {
  id: 'summary',
  title: 'Summary',
  aliases: ['Approach Summary', overview.title, ...overview.aliases.filter(title => title !== 'Summary')],
  expectation: 'required',
}

const technicalContext: SectionSpec = {
  id: 'technical-context',
  title: 'Technical Context',
  aliases: [
    'Technical Background',
    'Tech Context',
    '기술 컨텍스트',
    '기술 배경',
    '기술적 맥락',
    '技术背景',
    '技术上下文',
    '技術背景',
    '技術脈絡',
  ],
  expectation: 'required',
  fields: [
    context('Languages/Versions', 'Language/Version', 'Language', '언어/버전', '语言/版本', '語言/版本'),
    context(
      'Primary Dependencies',
      'Dependencies',
      '주요 의존성',
      '주요 종속성',
      '主要依赖',
      '主要依賴',
      '主要相依套件',
    ),
    context('Storage', 'Database', '저장소', '스토리지', '存储', '儲存'),
    context('Testing', '테스트', '测试', '测试框架', '測試', '測試框架'),
    context('Target Platforms', 'Target Platform', '대상 플랫폼', '목표 플랫폼', '目标平台', '目標平台'),
    context('Project Type', '프로젝트 유형', '프로젝트 타입', '项目类型', '專案類型'),
    context('Performance Goals', '성능 목표', '性能目标', '效能目標'),
    context('Constraints', '제약 조건', '제약사항', '约束条件', '约束', '限制條件'),
    context('Scale/Scope', 'Scale', 'Scope', '규모/범위', '规模/范围', '規模/範圍'),
  ],
}

const projectStructure: SectionSpec = {
  id: 'project-structure',
  title: 'Project Structure',
  aliases: [
    'Structure',
    'Project Layout',
    'Source Structure',
    'File Structure',
    'Directory Structure',
    '파일 구조',
    '프로젝트 구조',
    '项目结构',
    '專案結構',
  ],
  expectation: 'required',
  fields: [
    {
      label: 'Structure Decisions',
      aliases: ['Structure Decision', '구조 결정', '结构决策', '結構決策'],
      expectation: 'required',
    },
  ],
  sections: [
    {
      id: 'documentation-tree',
      title: 'Documentation (this feature)',
      aliases: ['Documentation', '문서', '문서 구조', '文档', '文件'],
      expectation: 'expected',
      content: [{kind: 'tree'}],
    },
    {
      id: 'source-tree',
      title: 'Source Code (repository root)',
      aliases: ['Source Code', 'Source Tree', '소스 코드', '소스 코드 구조', '源代码', '源码', '原始碼'],
      expectation: 'expected',
      content: [{kind: 'tree'}],
    },
  ],
}

const constitutionCheck: SectionSpec = {
  id: 'constitution-check',
  title: 'Constitution Check',
  aliases: ['Constitution 준수 확인', '헌법 준수 확인', '宪法检查', '章程检查', '憲章檢查', '準則檢查'],
  expectation: 'optional',
}

const complexityTracking: SectionSpec = {
  id: 'complexity-tracking',
  title: 'Complexity Tracking',
  aliases: ['복잡성 추적', '复杂度跟踪', '复杂性跟踪', '複雜度追蹤'],
  expectation: 'optional',
}

export const planSections: readonly SectionSpec[] = [
  summary,
  technicalContext,
  constitutionCheck,
  projectStructure,
  complexityTracking,
]

const headed = ({title, aliases = []}: SectionSpec): Feature => ({section: [title, ...aliases]})

const specField: Feature = {
  label: planFields.filter(field => field.label === 'Spec').flatMap(field => [field.label, ...(field.aliases ?? [])]),
}

/** What a plan half is known by. */
export const planFeatures = {
  summary: {section: [summary.title, '요약', '摘要']},
  specField,
  technicalContext: headed(technicalContext),
  projectStructure: {section: [projectStructure.title, '프로젝트 구조', '项目结构', '專案結構']},
  constitutionCheck: headed(constitutionCheck),
  structureDecision: {label: ['Structure Decision', 'Structure Decisions', '구조 결정']},
} satisfies Record<string, Feature>

export const planLiterals: readonly string[] = [
  '[FEATURE]',
  '[FEATURE NAME]',
  '[DATE]',
  '[LINK]',
  '[###-feature-name]',
  '[###-feature]',
  '[Extract from feature spec: primary requirements + technical approach from research]',
  '[Extract from feature spec: primary requirement + technical approach from research]',
  '[e.g. Python 3.11, Swift 5.9, Rust 1.75, or NEEDS CLARIFICATION]',
  '[e.g., Python 3.11, Swift 5.9, Rust 1.75 or NEEDS CLARIFICATION]',
  '[e.g. FastAPI, UIkit, LLVM or NEEDS CLARIFICATION]',
  '[e.g., FastAPI, UIKit, LLVM or NEEDS CLARIFICATION]',
  '[if applicable, e.g. PostgreSQL, Redis, S3 or NEEDS CLARIFICATION]',
  '[if applicable, e.g., PostgreSQL, CoreData, files or N/A]',
  '[e.g. Pytest, XCTest, Jest or NEEDS CLARIFICATION]',
  '[e.g., pytest, XCTest, cargo test or NEEDS CLARIFICATION]',
  '[e.g., Linux servers, iOS 17, Web Browsers or NEEDS CLARIFICATION]',
  '[e.g., Linux server, iOS 15+, WASM or NEEDS CLARIFICATION]',
  '[single/web/mobile - determine source structure]',
  '[single/web/mobile - determines source structure]',
  '[e.g., library/cli/web-service/mobile-app/compiler/desktop-app or NEEDS CLARIFICATION]',
  '[Domain-specific, e.g. 1000 req/s, 99.9% uptime or NEEDS CLARIFICATION]',
  '[domain-specific, e.g., 1000 req/s, 10k lines/sec, 60 fps or NEEDS CLARIFICATION]',
  '[domain-specific, e.g. <200ms p95, <100MB memory, offline-capable or NEEDS CLARIFICATION]',
  '[domain-specific, e.g., <200ms p95, <100MB memory, offline-capable or NEEDS CLARIFICATION]',
  '[domain-specific, e.g. 10k users, 1M items or NEEDS CLARIFICATION]',
  '[domain-specific, e.g., 10k users, 1M LOC, 50 screens or NEEDS CLARIFICATION]',
  '[Gates determined based on constitution file]',
  '[List any principle violations with rationale or state "None"]',
  '/specs/[feature]/',
  '[same as backend above]',
  '[platform-specific structure: feature modules, UI flows, platform tests]',
  '[Document the selected structure and reference the real directories captured above]',
  '[e.g., 4th project]',
  '[current need]',
  '[why 3 projects insufficient]',
  '[e.g., Repository pattern]',
  '[specific problem]',
  '[why direct DB access insufficient]',
  '[예: 4번째 프로젝트]',
  '[현재 필요성]',
  '[3개 프로젝트가 불충분한 이유]',
  '[예: 리포지토리 패턴]',
  '[특정 문제]',
  '[직접 DB 액세스가 불충분한 이유]',
  '[선택한 구조를 문서화하고 위에 캡처된 실제 디렉토리를 참조하십시오]',
]

export const optionLabels: Readonly<Record<string, readonly string[]>> = {'project-structure': ['Option {n}: …']}

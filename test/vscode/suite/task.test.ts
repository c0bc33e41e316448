import { join } from 'node:path'
import { languages, ShellExecution, Task, TaskScope, tasks, workspace } from 'vscode'
import { closeAll, eventually, inFolder } from './editor.ts'

describe('a task that runs lint', () => {
  afterEach(closeAll)

  it('lists what it finds in documents that are not open', async () => {
    const file = inFolder('任务.plan')
    await workspace.fs.writeFile(
      file,
      new TextEncoder().encode('某市2027年工作要点\n一、防止一触而就。\n三、在XX市推广。\n'),
    )
    const program = join(process.env['E2E_ROOT'] as string, 'dist/yaodian.cjs')
    const task = new Task(
      { type: 'shell' },
      TaskScope.Workspace,
      '公文校核',
      'yaodian',
      new ShellExecution('node', [program, 'lint', '--lang', 'zh', '任务.plan']),
      ['$yaodian-error', '$yaodian-warning', '$yaodian-info'],
    )
    await tasks.executeTask(task)
    const found = () =>
      languages
        .getDiagnostics(file)
        .map(({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`)
        .sort()
    await eventually('what the task finds', () =>
      ['2:5 “一触而就”', '3:1 序号不连续', '3:4 占位符'].every((words) =>
        found().some((each) => each.startsWith(words)),
      ),
    )
    await workspace.fs.delete(file)
  })
})

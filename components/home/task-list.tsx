import type { ReactNode } from 'react'
import type { Task, TaskLine } from './tasks'

/** One thing that waits, with the link that begins it. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="grid gap-4">
      {tasks.map((task) => (
        <li key={task.what} className="max-w-3xl border-l-4 border-blue-900 bg-gray-50 px-4 py-3">
          <h3 className="text-18 font-bold">{task.href ? <a href={task.href}>{task.what}</a> : task.what}</h3>
          <p className="text-14 text-gray-700">{task.todo}</p>
          <Lines lines={task.lines} />
        </li>
      ))}
    </ul>
  )
}

function Lines({ lines }: { lines: TaskLine[] | undefined }): ReactNode {
  if (!lines || lines.length === 0) return null
  return (
    <ul className="mt-2 grid gap-1">
      {lines.map((line) => (
        <li key={line.text}>
          {line.href ? <a href={line.href}>{line.text}</a> : line.text}
          {line.note && <span className="ml-3 text-14 text-gray-700">{line.note}</span>}
        </li>
      ))}
    </ul>
  )
}

import { jobLabels } from '@/lib/labels/jobs'

const labels: Partial<Record<string, (typeof jobLabels)[keyof typeof jobLabels]>> = jobLabels

/** A job's name in words; one that an older or newer version left behind keeps its own. */
export function jobInWords(name: string): string {
  return labels[name]?.name ?? name
}

/** What a run handled, in the job's own unit. */
export function handledInWords(name: string, handled: number): string {
  return labels[name]?.handled(handled) ?? String(handled)
}

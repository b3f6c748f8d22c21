/** A business date as Prisma wants it: midnight UTC of that day. */
export function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A business date as the rules want it: YYYY-MM-DD. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

export function dayOrNull(date: Date | null): string | null {
  return date && dayOf(date)
}

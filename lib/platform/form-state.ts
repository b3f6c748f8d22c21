/** One field that somebody else changed meanwhile: its name, its label, the stored value, the typed value. */
export type FieldConflict = { field: string; label: string; theirs: string; yours: string }

/** What a form's server action answers; `values` are the texts as typed, keyed by field name. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; values: Record<string, string>; errors: Record<string, string[]> }
  | {
      status: 'refused'
      values: Record<string, string>
      message: string
      conflict?: FieldConflict[]
      /** The session has ended: a link opens the sign-in page in another tab, so that what was typed stays. */
      sessionEnded?: true
    }
  /** Nothing is wrong and nothing is saved yet: something is to be looked at, under `title` where it is only told. */
  | { status: 'review'; values: Record<string, string>; message: string; title?: string }

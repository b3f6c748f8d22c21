export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'
export type ButtonSize = 'medium' | 'small'

const base =
  'inline-flex items-center justify-center gap-2 rounded-8 border font-bold text-center no-underline ' +
  'hover:underline aria-disabled:cursor-default cursor-pointer'

const sizes: Record<ButtonSize, string> = {
  medium: 'min-h-11 px-5 py-2 text-16',
  small: 'min-h-8 px-3 py-1 text-14',
}

const kinds: Record<ButtonKind, string> = {
  primary:
    'border-transparent bg-blue-900 text-white hover:bg-blue-1000 hover:text-white active:bg-blue-1200 ' +
    'focus-visible:bg-blue-900 focus-visible:text-white aria-disabled:bg-gray-600',
  secondary:
    'border-blue-900 bg-white text-blue-900 hover:bg-blue-50 hover:text-blue-1000 active:bg-blue-100 ' +
    'focus-visible:bg-white',
  danger: 'border-red-1000 bg-white text-red-1000 hover:bg-red-50 hover:text-red-1200 focus-visible:bg-white',
  quiet:
    'border-transparent bg-transparent text-blue-900 underline underline-offset-4 hover:bg-blue-50 ' +
    'focus-visible:bg-white',
}

/** Classes of a button; shared by links that look like one and by the submit button of a form. */
export function buttonStyle(kind: ButtonKind = 'secondary', size: ButtonSize = 'medium'): string {
  return `${base} ${sizes[size]} ${kinds[kind]}`
}

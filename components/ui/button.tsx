import type { ReactNode } from 'react'
import { buttonStyle, type ButtonKind, type ButtonSize } from './button-style'

type Look = { kind?: ButtonKind; size?: ButtonSize; children: ReactNode }

type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formAction?: string | ((data: FormData) => void | Promise<void>) | undefined
}

/** A button outside the form kit, e.g. in a GET form or a selection bar; a form proper uses SubmitButton. */
export function Button({ kind, size, type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonStyle(kind, size)} {...rest}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it opens a page, it changes nothing. */
export function ButtonLink({ href, kind, size, children }: Look & { href: string }) {
  return (
    <a href={href} className={buttonStyle(kind, size)}>
      {children}
    </a>
  )
}

'use client'
import { useId, useState, type InputHTMLAttributes, type KeyboardEvent } from 'react'
import { formLabels } from '@/lib/labels/form'
import { controlStyle } from './field'
import { matchOptions, type ComboboxOption } from './match-options'

const SHOWN = 40

type ComboboxInputProps = {
  name: string
  label: string
  options: ComboboxOption[]
  initial: string
  control: InputHTMLAttributes<HTMLInputElement>
}

/** The typed half of Combobox: WAI-ARIA combobox with a list, the value in a hidden field. */
export function ComboboxInput({ name, label, options, initial, control }: ComboboxInputProps) {
  const [value, setValue] = useState(initial)
  const [text, setText] = useState(options.find((option) => option.value === initial)?.label ?? '')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const list = useId()
  const chosenLabel = options.find((option) => option.value === value)?.label
  // With the chosen name untouched in the box, the list offers everything.
  const found = matchOptions(options, text === chosenLabel ? '' : text)
  const shown = found.slice(0, SHOWN)

  const choose = (option: ComboboxOption | undefined) => {
    if (!option) return
    setValue(option.value)
    setText(option.label)
    setOpen(false)
    setAt(-1)
  }
  const type = (typed: string) => {
    setText(typed)
    setValue(options.find((option) => option.label === typed)?.value ?? '')
    setOpen(true)
    setAt(-1)
  }
  const leave = () => {
    setOpen(false)
    if (value === '' && text.trim() !== '' && found.length === 1) choose(found[0])
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(open ? Math.max(0, Math.min(shown.length - 1, at + step)) : 0)
      setOpen(true)
    } else if (event.key === 'Enter' && open && shown.length > 0 && (at >= 0 || found.length === 1)) {
      event.preventDefault()
      choose(shown[Math.max(at, 0)])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
  }

  return (
    <div className="relative">
      <input type="hidden" name={name} value={value} />
      <input
        {...control}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
        value={text}
        onChange={(event) => {
          type(event.target.value)
        }}
        onKeyDown={press}
        onClick={() => {
          setOpen(true)
        }}
        onBlur={leave}
        className={controlStyle}
      />
      <div
        id={list}
        role="listbox"
        aria-label={label}
        hidden={!open || shown.length === 0}
        className="absolute inset-x-0 z-20 mt-1 max-h-80 overflow-y-auto rounded-8 border border-gray-420 bg-white py-1 shadow-1"
      >
        {shown.map((option, index) => (
          // The keyboard works from the input (aria-activedescendant), as the pattern has it.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the input
          <div
            key={option.value}
            id={`${list}-${index}`}
            ref={index === at ? scrollIntoList : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            onMouseDown={(event) => {
              event.preventDefault()
            }}
            onClick={() => {
              choose(option)
            }}
            className={`cursor-pointer px-3 py-2 hover:bg-blue-50 ${index === at ? 'bg-blue-100' : ''}`}
          >
            {option.label}
            {option.hint && <span className="ml-2 text-14 text-gray-700">{option.hint}</span>}
          </div>
        ))}
      </div>
      <p role="status" className="mt-1 text-14 text-gray-700">
        {note(open, text, value, found.length)}
      </p>
    </div>
  )
}

function scrollIntoList(item: HTMLDivElement | null): void {
  item?.scrollIntoView({ block: 'nearest' })
}

function note(open: boolean, text: string, value: string, count: number): string {
  if (open && count === 0) return formLabels.comboboxNone
  if (open) return count > SHOWN ? formLabels.comboboxMore(count - SHOWN) : formLabels.comboboxFound(count)
  return text.trim() !== '' && value === '' ? formLabels.comboboxUnchosen : ''
}

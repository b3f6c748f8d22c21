export type Tab = { href: string; label: string; count?: number | undefined; current?: boolean | undefined }

const look = 'inline-flex min-h-11 items-center gap-2 border-b-4 px-4 no-underline hover:underline'

/** Tabs that are links: each view has its own address. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="no-print mb-6 border-b border-gray-420">
      <ul className="flex flex-wrap">
        {tabs.map((tab) => (
          <li key={tab.href} className="-mb-px">
            <a
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={`${look} ${tab.current ? 'border-blue-900 font-bold text-gray-900' : 'border-transparent forced-colors:border-[Canvas]'}`}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-14 text-gray-700">{tab.count.toLocaleString('ja')}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

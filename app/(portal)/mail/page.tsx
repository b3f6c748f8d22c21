import { MailNotices } from '@/components/mail/mail-notices'
import { MailSettingsForm } from '@/components/mail/mail-settings-form'
import { MailTable } from '@/components/mail/mail-table'
import { TestMail } from '@/components/mail/test-mail'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { showMail } from '@/lib/features/mail/queries'
import { mailLabels as words } from '@/lib/labels/mail'
import { navLabels } from '@/lib/labels/shell'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function MailPage({ searchParams }: PageProps<'/mail'>) {
  const { settings, own, hasPassword, mails, ...counts } = await showMail(await requireMay('mail.manage'))
  const { done } = await searchParams
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: '/', label: navLabels.home }} />
      <MailNotices done={done} enabled={settings.enabled} {...counts} />
      <Section id="mails" title={words.mails} lead={words.mailsLead}>
        <MailTable mails={mails} />
      </Section>
      <Section id="settings" title={words.settings} lead={words.settingsLead}>
        <p className="mb-6">{hasPassword ? words.passwordSet : words.passwordUnset}</p>
        <MailSettingsForm settings={settings} />
      </Section>
      <Section id="test" title={words.test}>
        <TestMail own={own} />
      </Section>
    </>
  )
}

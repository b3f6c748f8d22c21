'use server'
import { mailLabels } from '@/lib/labels/mail'
import { defineAction } from '@/lib/platform/actions'
import { retryMails, saveMailSettings, sendTestMail } from './commands'
import { mailSettingsSchema, retryMailSchema, testMailSchema } from './schema'

/** 設定を保存する */
export const saveSettings = defineAction({
  permission: 'mail.manage',
  input: mailSettingsSchema,
  run: saveMailSettings,
  refusals: { stale: mailLabels.stale },
  done: () => '/mail?done=saved',
})

/** 自分に試しに送る: what became of it is said in the form. */
export const testMail = defineAction({
  permission: 'mail.manage',
  input: testMailSchema,
  run: sendTestMail,
  refusals: {},
  done: () => '/mail',
})

/** やり直す */
export const retryMail = defineAction({
  permission: 'mail.manage',
  input: retryMailSchema,
  run: retryMails,
  refusals: { nothing: mailLabels.retryNothing },
  done: () => '/mail?done=retried',
})

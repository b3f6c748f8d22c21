// A lint rule of our own, in plain JavaScript so that eslint.config.mjs can load it on every Node we support.
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** Words on screen live in lib/labels; Japanese text anywhere else is reported. Comments and regular expressions are free. */
/** @type {import('eslint').Rule.RuleModule} */
const japaneseOnlyInLabels = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { found: 'Japanese text belongs in lib/labels: “{{text}}”.' },
  },
  create(context) {
    const check = (node, text) => {
      if (japanese.test(text))
        context.report({ node, messageId: 'found', data: { text: text.trim().slice(0, 20) } })
    }
    return {
      Literal: (node) => check(node, typeof node.value === 'string' ? node.value : ''),
      JSXText: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked ?? node.value.raw),
    }
  },
}

export const lintRules = { rules: { 'japanese-only-in-labels': japaneseOnlyInLabels } }

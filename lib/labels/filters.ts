/** Words for the filters of a list that are in force. */
export const filterLabels = {
  /** 「個人情報：未入力」; a value that says its field and more stands alone: 「特定個人情報」. */
  chip: (field: string, value: string) =>
    value !== field && value.includes(field) ? value : `${field}：${value}`,
  /** On paper, where there is nothing to press. */
  printed: (filters: readonly string[]) => `絞り込みの条件　${filters.join('、')}`,
} as const

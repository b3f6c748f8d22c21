import { z } from 'zod'
import { moveLabels } from '@/lib/labels/moves'

const id = z
  .string()
  .regex(/^\d{1,18}$/, moveLabels.chooseSuccessor)
  .transform((given) => BigInt(given))

/** Which assets go where; with one successor everything goes, else what was ticked. */
export const moveSchema = z
  .object({ from: id, to: id, whole: z.literal('1').optional(), assets: z.string().default('') })
  .transform(({ from, to, whole, assets }, context) => {
    const numbers = assets
      .split('\n')
      .filter((text) => /^\d{1,18}$/.test(text))
      .map((text) => BigInt(text))
    if (!whole && numbers.length === 0)
      context.addIssue({ code: 'custom', path: ['assets'], message: moveLabels.chooseAssets })
    return [{ from, to, numbers: whole ? ('all' as const) : numbers }]
  })

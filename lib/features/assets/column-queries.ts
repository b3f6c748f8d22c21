import { Prisma } from '@/generated/prisma/client'

const snakeCase = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every field of an asset, as its column and under its own name: for a row read in SQL that is an `Asset`. */
export const assetColumns = Prisma.raw(
  Object.values(Prisma.AssetScalarFieldEnum)
    .map((field) => `${snakeCase(field)} as "${field}"`)
    .join(', '),
)

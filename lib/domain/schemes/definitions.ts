import type { SchemeDefinition } from '../scheme'
import type { SchemeMapping } from '../scheme-mapping'
import { education2025 } from './education-2025'
import { mappingEarlierTo2024 } from './mapping-earlier-2024'
import { municipal2024 } from './municipal-2024'
import { municipalEarlier } from './municipal-earlier'

/** The versions that come with the portal; a command loads them, and from then on they are the city's data. */
export const schemeDefinitions: readonly SchemeDefinition[] = [municipalEarlier, municipal2024, education2025]

/** What follows from one of them in the next; loaded by the same command, and the city's data from then on. */
export const schemeMappings: readonly SchemeMapping[] = [mappingEarlierTo2024]

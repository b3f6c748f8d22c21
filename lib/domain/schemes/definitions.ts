import type { SchemeDefinition } from '../scheme'
import { education2025 } from './education-2025'
import { municipal2024 } from './municipal-2024'
import { municipalEarlier } from './municipal-earlier'

/** The versions that come with the portal; a command loads them, and from then on they are the city's data. */
export const schemeDefinitions: readonly SchemeDefinition[] = [municipalEarlier, municipal2024, education2025]

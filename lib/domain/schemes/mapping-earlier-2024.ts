import type { SchemeMapping } from '../scheme-mapping'

/**
 * From the levels before 2024 to those of 2024 (domain §4). Confidentiality 3 is 3A, 3B or 3C, and 2 with personal data
 * may be 3B or 3C: a person judges both. Integrity and availability mean the same in both versions.
 */
export const mappingEarlierTo2024: SchemeMapping = {
  from: 'municipal-earlier',
  to: 'municipal-2024',
  family: 'municipal',
  lines: [
    { axis: 'confidentiality', fromCode: '3', condition: 'always', toCode: null },
    { axis: 'confidentiality', fromCode: '2', condition: 'personal', toCode: null },
    { axis: 'confidentiality', fromCode: '2', condition: 'notPersonal', toCode: '2' },
    { axis: 'confidentiality', fromCode: '1', condition: 'always', toCode: '1' },
    { axis: 'integrity', fromCode: '2', condition: 'always', toCode: '2' },
    { axis: 'integrity', fromCode: '1', condition: 'always', toCode: '1' },
    { axis: 'availability', fromCode: '2', condition: 'always', toCode: '2' },
    { axis: 'availability', fromCode: '1', condition: 'always', toCode: '1' },
  ],
}

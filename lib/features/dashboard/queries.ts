import 'server-only'
import { levelMatrix, type LevelMatrix } from '@/lib/domain/level-matrix'
import { findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { addYears } from '@/lib/domain/calendar'
import { may, type May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { dashboardFigures, type DashboardFigures } from './schema'

export type Overview = DashboardFigures & {
  municipal: LevelMatrix
  education: LevelMatrix
  /** All 有効 assets that the viewer may open: the sum of both matrices. */
  total: number
  /** 有効, but without a level, or without a zone where one may be needed. */
  unclassified: number
  withoutZone: number
  /** 有効 assets with personal data whose number of people nobody knows. */
  unknownPeople: number
  /** 有効, but nobody said whether there is personal data. */
  withoutPersonal: number
  /** The viewer answers for assets and confirms them. */
  mayEdit: boolean
}

/** 全体状況 within the viewer's reach. */
export async function showOverview(actor: May<'dashboard.read'>): Promise<Overview> {
  const since = addYears(actor.viewer.today, -1)
  const [found] = await read(
    actor,
    (db) => db.$queryRaw<{ figures: unknown }[]>`select dashboard_figures(${since}::date) as figures`,
  )
  if (!found) throw new Error('the figures did not answer')
  const figures = dashboardFigures.parse(found.figures)
  const words = await findVocabulary(actor)
  const { cells } = figures
  const municipal = levelMatrix('municipal', cells, words.schemes, words.zones)
  const education = levelMatrix('education', cells, words.schemes, words.zones)
  const countOf = (wanted: (cell: DashboardFigures['cells'][number]) => boolean) =>
    cells.filter(wanted).reduce((total, cell) => total + cell.assets, 0)
  return {
    ...figures,
    municipal,
    education,
    total: municipal.total + education.total,
    unclassified: countOf((cell) => cell.level === null),
    withoutZone: countOf((cell) => cell.zone === 'notEntered'),
    unknownPeople: figures.personal.reduce(
      (sum, { kind, unknown }) => sum + (kind && kind !== 'none' ? unknown : 0),
      0,
    ),
    withoutPersonal: figures.personal.find(({ kind }) => kind === null)?.assets ?? 0,
    mayEdit: may(actor.viewer, 'asset.edit'),
  }
}

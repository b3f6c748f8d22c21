import type { LevelAxis, LevelDefinition } from '../scheme'

const level = (
  axis: LevelAxis,
  code: string,
  rank: number,
  criterion: string,
  example = '',
): LevelDefinition => ({
  axis,
  code,
  label: code,
  rank,
  criterion: `（要旨）${criterion}`,
  example,
})

/** The optional axes of the education scheme. */
export const educationAxes: readonly LevelDefinition[] = [
  level('confidentiality', '3', 4, '秘密文書に相当し、特に限られた教職員だけが知るべき情報資産', '指導要録'),
  level('confidentiality', '2B', 3, '教職員のうち、業務で必要な者だけが知るべき情報資産', '成績一覧表'),
  level(
    'confidentiality',
    '2A',
    2,
    '教職員と、児童生徒・保護者のうち関係する者だけが知るべき情報資産',
    '学習記録',
  ),
  level('confidentiality', '1', 1, '公表済み又は公表を前提とする情報資産', '学校要覧'),
  level(
    'integrity',
    '2B',
    3,
    '改ざん、誤り又は破損により、児童生徒等の権利や学校事務に重大な支障が及ぶ情報資産',
    '通知表',
  ),
  level(
    'integrity',
    '2A',
    2,
    '改ざん、誤り又は破損により、学校事務や教育活動に軽微な支障が及ぶ情報資産',
    '教材',
  ),
  level('integrity', '1', 1, '2A・2B以外の情報資産'),
  level(
    'availability',
    '2B',
    3,
    '滅失又は利用不能により、児童生徒等の権利や学校事務に重大な支障が及ぶ情報資産',
    '出席簿',
  ),
  level(
    'availability',
    '2A',
    2,
    '滅失又は利用不能により、学校事務や教育活動に軽微な支障が及ぶ情報資産',
    '教材',
  ),
  level('availability', '1', 1, '2A・2B以外の情報資産'),
]

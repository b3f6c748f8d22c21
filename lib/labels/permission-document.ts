/** Words of docs/permissions.md, which is generated. */
export const permissionDocumentLabels = {
  title: '役割と権限',
  generated:
    'この文書は `lib/domain/access.ts` と `lib/architecture/permission-matrix.ts` から作られます。書き換えずに、`node --import tsx scripts/write-permissions.ts` で作り直してください。',
  reach:
    '権限は、その権限を持つ役割の付与ごとに決まった範囲（所属とその下・すべての学校・一つの議会又は執行機関・全庁）の合計に及びます。画面や操作の権限があっても、範囲の外の情報資産は見えず、変えられません。データベースの行ポリシーも同じ範囲を繰り返します。',
  rolesTitle: '役割ごとの権限',
  scopesTitle: '役割を付けられる範囲',
  routesTitle: '画面',
  actionsTitle: '操作',
  downloadsTitle: '書き出し・ダウンロード',
  none: 'ありません。',
  permission: '権限',
  role: '役割',
  scopes: '範囲（最初のものが通常）',
  address: 'アドレス',
  action: '操作',
  needed: '必要な権限',
  heldBy: '使える役割',
  everybody: 'サインインした全員',
  public: 'だれでも（サインイン前）',
  self: 'サインインした本人（仮のパスワードの変更前も）',
  yes: '○',
} as const

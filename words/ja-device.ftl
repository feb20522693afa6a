# What the reader says of this device, in Japanese. See en-device.ftl and ja.ftl.

saved = オフライン用に保存済み、{ $size }、{ $date }版。
works = トップページも検索もすべての記事も、接続なしで開けます。
verified = すべてのファイルを確認しました。公開されたとおりです。
checking = すべてのファイルを確認しています。
kept = ブラウザーが保持を約束しています。
may-go = 空き容量が足りなくなると、ブラウザーが削除することがあります。プライベートウィンドウでは、閉じると失われます。
not-promised = ブラウザーは保持を約束しませんでした。何度か訪れるか、アプリとしてインストールすると、約束することがあります。
came-back = 以前の訪問のあとブラウザーが削除していたため、保存し直しました。
gone = 以前の訪問で保存したものを、ブラウザーが削除しました。
saving = オフライン用に保存しています。
progress = { $size }中{ $done }
not-saved = オフライン用に保存されていません。
reads-on = 接続があるあいだは、このまま読めます。
ask = このアーカイブは大きいため（{ $size }）、ご希望のときにオフライン用に保存します。
ask-sparing = この端末はデータ通信量を節約する設定です。ご希望のときにオフライン用に保存します。
off = ご希望により、このアーカイブのものはこの端末に何も保存していません。残しているのはこのご希望だけです。

## Why it is not saved

why-insecure = 安全でない接続（https ではないもの）で届いたものは、ブラウザーがオフライン用に保存しません。
why-unsupported = このブラウザーはオフライン用の保存ができません。プライベートウィンドウではできないことがよくあります。
why-withdrawn = このアーカイブの公開者は、オフライン用には提供していません。
why-refused = ブラウザーまたは配信元の規則により許可されていません。
why-unreachable = 配信元に接続できませんでした。
why-missing = アーカイブのファイルが配信元にありません：{ $file }
why-altered = 配信元から届くファイルが、公開されたものと異なります：{ $file }（更新の途中かもしれません）
why-quota = この端末に空き容量がありません。プライベートウィンドウでは使える容量が少なくなります。
why-storage = ブラウザーが保存できませんでした。
why-damaged = この端末のファイルが欠けているか、壊れています：{ $file }
why-stopped = 保存は中止されました。

## A newer edition

newer-ready = 新しい版の用意ができました。
newer-saving = 新しい版を保存しています。
newer-failed = 新しい版を保存できませんでした。お手元の版はそのまま全部読めます。

## What can be done

do-save = オフライン用に保存
do-again = もう一度試す
do-switch = 新しい版を表示
do-later = 今はしない
do-verify = すべてのファイルを確認
do-persist = 保持するようブラウザーに頼む
do-install = アプリとしてインストール
do-remove = この端末からすべて削除
remove-words = 削除すると、保存したアーカイブ、検索の索引、表示設定がなくなります。表示設定は、同じ配信元にあるすべての Backissue アーカイブに共通です。

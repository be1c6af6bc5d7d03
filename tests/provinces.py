"""Papers of our own on sorting refuse in two cities: they compare, differ and are replaced."""

from __future__ import annotations

RESOLUTION_OF_HUE = """\
---
title: Nghị quyết về phân loại rác tại nguồn
kind: nghị quyết
number: 12-NQ/TU
issuer: Thành ủy Huế
issued: 2021-03-04
place: Huế
---

# Nghị quyết về phân loại rác tại nguồn

Nghị quyết số 12-NQ/TU của Thành ủy Huế giao các chỉ tiêu phân loại rác tại nguồn.

1. Mục tiêu đến năm 2025:

- Tỷ lệ hộ dân phân loại rác tại nguồn đạt 50%.

- Bãi chôn lấp rác rộng 40 ha.

- Toàn thành phố có 12 xe ép rác.

2. Mục tiêu đến năm 2030:

- Tỷ lệ hộ dân phân loại rác tại nguồn đạt 80%.

3. Sở Xây dựng chủ trì quy hoạch bãi chôn lấp rác.
"""
RESOLUTION_OF_DA_NANG = """\
---
title: Nghị quyết về giảm rác thải nhựa
kind: nghị quyết
number: 21-NQ/TU
issuer: Thành ủy Đà Nẵng
issued: 2021-06-07
place: Đà Nẵng
---

# Nghị quyết về giảm rác thải nhựa

Nghị quyết số 21-NQ/TU của Thành ủy Đà Nẵng giao các chỉ tiêu phân loại rác tại nguồn.

1. Mục tiêu đến năm 2025:

- Tỷ lệ hộ dân phân loại rác tại nguồn đạt 65%.

- Bãi chôn lấp rác rộng 25 ha.

- Toàn thành phố có 12 xe ép rác.

2. Lệ phí thu gom rác áp dụng cho hộ kinh doanh, trừ hộ nghèo.

3. Chợ Hàn được lắp đặt lò đốt rác mới.
"""
REPORT_OF_DA_NANG = """\
---
title: Báo cáo phân loại rác
kind: báo cáo
number: 30/BC-UBND
issuer: Ủy ban nhân dân thành phố Đà Nẵng
issued: 2023-01-10
place: Đà Nẵng
---

# Báo cáo phân loại rác

Kết quả năm 2022, tỷ lệ hộ dân phân loại rác tại nguồn đã đạt 35%.

Kế hoạch 44/KH-UBND về lò đốt rác đã được thay thế bằng Kế hoạch 77/KH-UBND.

Chủ tịch Ủy ban nhân dân thành phố Hồ Kỳ Minh ký Kế hoạch 77/KH-UBND ngày 6/7/2022.
"""
ARTICLE_OF_HUE = """\
---
title: Huế mang túi vải đi chợ
kind: bài báo
issued: 2022-05-20
place: Huế
source_publisher: Báo thử nghiệm
---

Đến năm 2025, tỷ lệ người đi chợ mang túi vải đạt 55%, theo một cán bộ phường.
"""
TABLE_OF_LAM_DONG = """\
---
title: Kế hoạch giữ rừng thông
kind: kế hoạch
number: 9/KH-UBND
issuer: Ủy ban nhân dân tỉnh Lâm Đồng
issued: 2024-08-15
place: Lâm Đồng
---

# Kế hoạch giữ rừng thông

| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2030 |
|---|---|---|---|---|
| 1 | Diện tích rừng thông | ha | 1.200 | 1.500 |
| 2 | Tỷ lệ rừng thông có chủ | % | 70 | 90 |
| 3 | Kinh phí giữ rừng thông | tỷ đồng | 15 | 18 |
"""
DOCUMENTS = {
    "hue-12.md": RESOLUTION_OF_HUE,
    "da-nang-21.md": RESOLUTION_OF_DA_NANG,
    "da-nang-30.md": REPORT_OF_DA_NANG,
    "hue-bao.md": ARTICLE_OF_HUE,
    "lam-dong-9.md": TABLE_OF_LAM_DONG,
}

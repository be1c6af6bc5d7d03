"""A few documents of our own words with targets, results and tasks, for the pages over figures."""

from __future__ import annotations

FIGURE_DOCUMENTS = {
    "nghi-quyet.md": """---
title: Nghị quyết về kinh tế số thành phố Hải Phòng
kind: nghị quyết
number: 10-NQ/TU
issuer: Ban Thường vụ Thành ủy Hải Phòng
issued: 2021-10-26
place: Hải Phòng
---
# Nghị quyết về kinh tế số thành phố Hải Phòng

## I. Mục tiêu

1. Đến năm 2025, kinh tế số chiếm 25% GRDP của thành phố Hải Phòng.

2. Đến năm 2030, kinh tế số chiếm 40% GRDP của thành phố Hải Phòng.
""",
    "ke-hoach.md": """---
title: Kế hoạch phát triển kinh tế số thành phố Hải Phòng
kind: kế hoạch
number: 206/KH-UBND
issuer: Ủy ban nhân dân thành phố Hải Phòng
issued: 2024-03-12
place: Hải Phòng
---
# Kế hoạch phát triển kinh tế số thành phố Hải Phòng

## I. Mục tiêu

1. Đến năm 2025, kinh tế số chiếm 35% GRDP của thành phố Hải Phòng.

## II. Kết quả

Năm 2023, kinh tế số đã đạt 29,7% GRDP của thành phố Hải Phòng.

## III. Nhiệm vụ

| TT | Nhiệm vụ | Sản phẩm | Thời hạn | Cơ quan chủ trì | Cơ quan phối hợp |
| --- | --- | --- | --- | --- | --- |
| 1 | Xây dựng kho dữ liệu mở | Kho dữ liệu | Tháng 6/2025 | Sở Nội vụ | Sở Tài chính |
| 2 | Đào tạo kỹ năng số cho tiểu thương | 40 lớp học | Quý IV/2025 | Sở Công Thương | Các quận |
""",
    "da-nang.md": """---
title: Chương trình kinh tế số thành phố Đà Nẵng
kind: chương trình
number: 7/CTr-UBND
issuer: Ủy ban nhân dân thành phố Đà Nẵng
issued: 2022-02-01
place: Đà Nẵng
---
# Chương trình kinh tế số thành phố Đà Nẵng

1. Đến năm 2025, kinh tế số chiếm 20% GRDP của thành phố Đà Nẵng.

2. Năm 2022, kinh tế số đã đạt 17,5% GRDP của thành phố Đà Nẵng.
""",
    "bao-cao.md": """---
title: Báo cáo kinh tế số thành phố Đà Nẵng
kind: báo cáo
number: 99/BC-UBND
issuer: Ủy ban nhân dân thành phố Đà Nẵng
issued: 2023-01-15
place: Đà Nẵng
---
# Báo cáo kinh tế số thành phố Đà Nẵng

1. Năm 2022, kinh tế số đã đạt 17% GRDP của thành phố Đà Nẵng.
""",
}
"""Hải Phòng set 25% for 2025 and then 35%; two sources differ on what Đà Nẵng reached in 2022."""

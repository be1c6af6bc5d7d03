"""All words of the page “Chỉ tiêu”, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TARGET_TEXTS", "TargetTexts"]


@dataclass(frozen=True, slots=True)
class TargetTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    title: str
    intro: str
    # What is shown.
    search: str
    search_hint: str
    in_force: str
    in_force_detail: str
    filters: str
    filters_set: str
    places: str
    years: str
    roles: str
    units: str
    agencies: str
    documents: str
    as_of: str
    as_of_detail: str
    any_value: str
    # Tabs and ways to look at them.
    figures_tab: str
    progress_tab: str
    conflicts_tab: str
    tasks_tab: str
    view: str
    by_series: str
    by_figure: str
    # Columns.
    indicator: str
    place: str
    year: str
    value: str
    role: str
    status: str
    latest_result: str
    agency: str
    document: str
    day: str
    label: str
    held: str
    figures: str
    history: str
    target: str
    result: str
    gap: str
    by: str
    task: str
    deadline: str
    helpers: str
    product: str
    # Cells.
    role_names: dict[str, str]
    holds: str
    now: str
    gone: str
    reported: str
    contested: str
    changed: str
    set_first: str
    set_steps: dict[int, str]
    for_year: str
    higher: str
    lower: str
    equal: str
    points: str
    unnamed: str
    # What is selected.
    pick: str
    figures_of: str
    speaker: str
    ask: str
    ask_detail: str
    question: str
    claim: str
    question_year: str
    question_place: str
    check: str
    check_detail: str
    timeline: str
    timeline_alt: str
    undated: str
    rank_axis: str
    kind: str
    comparison: str
    comparison_alt: str
    compared_at: str
    # Below the table.
    count: str
    series_count: str
    csv: str
    excel: str
    conflict_intro: str
    progress_intro: str
    tasks_intro: str
    task_count: str
    more: str
    # Nothing to show.
    none: str
    no_progress: str
    no_conflicts: str
    no_tasks: str
    reset: str
    reading: str
    drawing: str


_VI = TargetTexts(
    title="Chỉ tiêu",
    intro=(
        "Mọi số liệu mà tài liệu nêu: mục tiêu, kết quả, thứ hạng, kinh phí. Mỗi số đều dẫn về"
        " đúng câu hoặc dòng bảng gốc."
    ),
    search="Tìm chỉ tiêu",
    search_hint="Ví dụ: kinh te so hai phong",
    in_force="Chỉ xem mục tiêu còn hiệu lực",
    in_force_detail="Bỏ qua mục tiêu mà văn bản ban hành sau đã điều chỉnh hoặc thay thế.",
    filters="Bộ lọc",
    filters_set="Bộ lọc (đang dùng {})",
    places="Nơi",
    years="Năm",
    roles="Loại số liệu",
    units="Đơn vị",
    agencies="Cơ quan chủ trì",
    documents="Văn bản",
    as_of="Tính đến ngày",
    as_of_detail="Chỉ xét văn bản ban hành từ ngày này trở về trước.",
    any_value="Tất cả",
    figures_tab="Số liệu",
    progress_tab="Mục tiêu và kết quả",
    conflicts_tab="Nguồn nói khác nhau",
    tasks_tab="Nhiệm vụ",
    view="Cách xem",
    by_series="Gộp theo chỉ tiêu",
    by_figure="Từng số liệu",
    indicator="Chỉ tiêu",
    place="Nơi",
    year="Năm",
    value="Giá trị",
    role="Loại",
    status="Hiệu lực",
    latest_result="Kết quả mới nhất",
    agency="Cơ quan chủ trì",
    document="Văn bản",
    day="Ngày",
    label="Vị trí",
    held="Mục tiêu đang hiệu lực",
    figures="Số liệu",
    history="Diễn biến",
    target="Mục tiêu",
    result="Kết quả",
    gap="Kết quả so với mục tiêu",
    by="Theo",
    task="Nhiệm vụ",
    deadline="Thời hạn",
    helpers="Cơ quan phối hợp",
    product="Sản phẩm",
    role_names={
        "target": "mục tiêu",
        "result": "kết quả",
        "baseline": "mốc so sánh",
        "rank": "thứ hạng",
        "count": "số lượng",
        "budget": "kinh phí",
        "replaced": "mục tiêu đã điều chỉnh",
    },
    holds="còn hiệu lực",
    now="nay là {} theo {}",
    gone="văn bản đã được thay bằng {}",
    reported="dẫn từ {}",
    contested="nguồn khác nói khác",
    changed="đã điều chỉnh",
    set_first="{} theo {}",
    set_steps={
        1: "nâng lên {} theo {}",
        0: "điều chỉnh thành {} theo {}",
        -1: "hạ xuống {} theo {}",
    },
    for_year="Năm {}: {}.",
    higher="cao hơn {}",
    lower="thấp hơn {}",
    equal="bằng mục tiêu",
    points="điểm %",
    unnamed="(không nêu rõ chỉ tiêu)",
    pick="Bấm vào một dòng để xem nguồn, diễn biến và so sánh giữa các nơi.",
    figures_of="Số liệu của chỉ tiêu này ({})",
    speaker="Người nói: {}",
    ask="Hỏi về chỉ tiêu này",
    ask_detail="Mở trang Hỏi đáp với một câu hỏi về chỉ tiêu này",
    question="{} là bao nhiêu?",
    claim="{} là {}.",
    question_year=" năm {}",
    question_place=" của {}",
    check="Kiểm chứng câu này",
    check_detail="Mở trang Kiểm chứng với câu gốc của số liệu",
    timeline="Diễn biến theo năm",
    timeline_alt="Biểu đồ giá trị theo năm của {}. Các giá trị có trong bảng bên dưới.",
    undated="{} số liệu không ghi năm nên không có trên biểu đồ.",
    rank_axis="Thứ hạng (1 là cao nhất)",
    kind="Loại",
    comparison="So sánh giữa các nơi",
    comparison_alt="Biểu đồ so sánh {} giữa các nơi: {}.",
    compared_at="{} năm {} ({} nơi)",
    count="{} số liệu",
    series_count="{} số liệu thuộc {} chỉ tiêu",
    csv="Tải CSV",
    excel="Tải Excel",
    conflict_intro=(
        "Các nguồn dưới đây nêu giá trị khác nhau cho cùng chỉ tiêu, cùng nơi, cùng năm, và"
        " chưa thấy văn bản nào thay văn bản nào. Hãy đọc cả hai trước khi dùng."
    ),
    progress_intro=(
        "Mỗi mục tiêu còn hiệu lực đặt cạnh kết quả mới nhất của đúng chỉ tiêu đó. Chênh lệch là"
        " phép trừ hai số, không phải đánh giá hoàn thành."
    ),
    tasks_intro=(
        "Nhiệm vụ trong các bảng phân công. Tìm kiếm và các bộ lọc nơi, năm, cơ quan, văn bản"
        " đều áp dụng."
    ),
    task_count="{} nhiệm vụ",
    more="Còn {} mục nữa. Hãy lọc bớt để xem.",
    none="Không có số liệu nào khớp. Hãy bớt điều kiện tìm và lọc.",
    no_progress="Chưa có mục tiêu nào có kết quả cùng chỉ tiêu. Hãy bớt điều kiện tìm và lọc.",
    no_conflicts="Không thấy nguồn nào nói khác nhau trong phạm vi đang xem.",
    no_tasks="Không có nhiệm vụ nào khớp. Hãy bớt điều kiện tìm và lọc.",
    reset="Bỏ hết điều kiện",
    reading="Đang đối chiếu số liệu…",
    drawing="Đang vẽ biểu đồ…",
)

_EN = TargetTexts(
    title="Targets",
    intro=(
        "Every figure that the documents state: targets, results, ranks, budgets. Each one leads"
        " to its own sentence or table row, quoted in Vietnamese."
    ),
    search="Search indicators",
    search_hint="For example: kinh te so hai phong",
    in_force="Targets in force only",
    in_force_detail="Leave out targets that a later document has changed or replaced.",
    filters="Filters",
    filters_set="Filters ({} in use)",
    places="Place",
    years="Year",
    roles="Kind of figure",
    units="Unit",
    agencies="Lead agency",
    documents="Document",
    as_of="As of",
    as_of_detail="Only documents issued on or before this day count.",
    any_value="All",
    figures_tab="Figures",
    progress_tab="Targets and results",
    conflicts_tab="Sources that differ",
    tasks_tab="Tasks",
    view="View",
    by_series="By indicator",
    by_figure="Each figure",
    indicator="Indicator",
    place="Place",
    year="Year",
    value="Value",
    role="Kind",
    status="Standing",
    latest_result="Latest result",
    agency="Lead agency",
    document="Document",
    day="Date",
    label="Where",
    held="Targets in force",
    figures="Figures",
    history="History",
    target="Target",
    result="Result",
    gap="Result against target",
    by="Set by",
    task="Task",
    deadline="Deadline",
    helpers="Supporting agencies",
    product="Product",
    role_names={
        "target": "target",
        "result": "result",
        "baseline": "baseline",
        "rank": "rank",
        "count": "count",
        "budget": "budget",
        "replaced": "target since changed",
    },
    holds="in force",
    now="now {} by {}",
    gone="document replaced by {}",
    reported="reported from {}",
    contested="another source differs",
    changed="changed since",
    set_first="{} by {}",
    set_steps={1: "raised to {} by {}", 0: "changed to {} by {}", -1: "lowered to {} by {}"},
    for_year="For {}: {}.",
    higher="{} higher",
    lower="{} lower",
    equal="equal to the target",
    points="percentage points",
    unnamed="(indicator not told)",
    pick="Select a row to see its source, its history, and other places beside it.",
    figures_of="Figures of this indicator ({})",
    speaker="Said by: {}",
    ask="Ask about this",
    ask_detail="Open the page Ask with a question about this indicator, in Vietnamese",
    question="{} là bao nhiêu?",
    claim="{} là {}.",
    question_year=" năm {}",
    question_place=" của {}",
    check="Check this sentence",
    check_detail="Open the page Check a claim with the sentence of the figure",
    timeline="By year",
    timeline_alt="Chart of the values of {} by year. The values are in the table below.",
    undated="Figures without a year, which are not in the chart: {}.",
    rank_axis="Rank (1 is the highest)",
    kind="Kind",
    comparison="Places compared",
    comparison_alt="Chart that compares {} between places: {}.",
    compared_at="{}, {} (places: {})",
    count="Figures: {}",
    series_count="Figures: {}; indicators: {}",
    csv="Download CSV",
    excel="Download Excel",
    conflict_intro=(
        "These sources state different values for one indicator, place and year, and none is"
        " known to replace the other. Read both before you use either."
    ),
    progress_intro=(
        "Each target in force beside the latest result of the same indicator. The difference is"
        " plain subtraction, not a judgement of success."
    ),
    tasks_intro=(
        "Tasks from tables of tasks. The search and the filters for place, year, agency and"
        " document apply."
    ),
    task_count="Tasks: {}",
    more="{} more. Narrow the filters to see them.",
    none="No figure matches. Loosen the search and the filters.",
    no_progress="No target has a result of the same indicator. Loosen the search and the filters.",
    no_conflicts="No sources differ within what is shown.",
    no_tasks="No task matches. Loosen the search and the filters.",
    reset="Clear all conditions",
    reading="Comparing figures…",
    drawing="Drawing the chart…",
)

TARGET_TEXTS = {"vi": _VI, "en": _EN}
"""By language, as ``TEXTS`` has them."""

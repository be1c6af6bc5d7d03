"""All words of signing in and out, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SIGNING_TEXTS", "SigningTexts"]


@dataclass(frozen=True, slots=True)
class SigningTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    intro: str
    sign_in: str
    sign_in_with: str
    kept: str
    unreachable: str
    refusals: dict[str, str]
    other_account: str
    # Beside the pages.
    roles: dict[str, str]
    sign_out: str
    # Sign-in is set and cannot work; whoever runs the program is told what to do.
    closed: str
    faults: dict[str, str]


_VI = SigningTexts(
    intro=(
        "Máy này dùng chung. Hãy đăng nhập bằng tài khoản cơ quan để xem tài liệu và đặt câu hỏi."
    ),
    sign_in="Đăng nhập",
    sign_in_with="Đăng nhập bằng {}",
    kept=(
        "Trợ lý chỉ lấy địa chỉ thư từ nơi đăng nhập, không thấy mật khẩu. Người sửa thư viện được"
        " ghi lại trong nhật ký."
    ),
    unreachable=(
        "Chưa kết nối được với nơi đăng nhập. Hãy thử lại sau ít phút, hoặc báo người quản trị."
    ),
    refusals={
        "expired": "Phiên đăng nhập đã kết thúc. Hãy đăng nhập lại.",
        "unverified": (
            "Nơi đăng nhập chưa xác minh địa chỉ thư {}. Hãy xác minh ở nơi đó rồi đăng nhập lại,"
            " hoặc dùng tài khoản khác."
        ),
        "stranger": (
            "Địa chỉ {} chưa có trong danh sách được dùng. Hãy nhờ người quản trị thêm vào, hoặc"
            " dùng tài khoản khác."
        ),
    },
    other_account="Dùng tài khoản khác",
    roles={"reader": "Người đọc", "editor": "Người biên tập"},
    sign_out="Đăng xuất",
    closed="Chưa mở được vì việc đăng nhập chưa cài đặt xong.",
    faults={
        "settings": (
            "Tệp thiết lập chinhsach.toml có lỗi; cửa sổ chạy chương trình nêu rõ chỗ sai. Người"
            " quản trị hãy sửa tệp rồi tải lại trang."
        ),
        "lists": (
            "Có nơi đăng nhập mà chưa có danh sách người dùng. Người quản trị hãy ghi [sign_in]"
            " vào chinhsach.toml trong thư mục chạy chương trình rồi tải lại trang."
        ),
        "library": (
            "Thiếu thư viện đăng nhập. Người quản trị hãy cài bằng lệnh pip install"
            " 'streamlit[auth]' rồi khởi động lại chương trình."
        ),
        "secrets": (
            "Chưa có nơi đăng nhập. Người quản trị hãy ghi client_id, client_secret và"
            " server_metadata_url vào mục [auth] của .streamlit/secrets.toml rồi khởi động lại."
        ),
        "cookie": (
            "cookie_secret thiếu hoặc quá ngắn. Người quản trị hãy ghi ít nhất 32 ký tự ngẫu nhiên"
            " vào mục [auth] của .streamlit/secrets.toml rồi khởi động lại."
        ),
        "redirect": (
            "redirect_uri phải là địa chỉ của chương trình, kết thúc bằng /oauth2callback. Người"
            " quản trị hãy sửa mục [auth] của .streamlit/secrets.toml rồi khởi động lại."
        ),
        "plain": (
            "Địa chỉ trong mục [auth] phải dùng https, trừ trên chính máy này. Người quản trị hãy"
            " sửa .streamlit/secrets.toml rồi khởi động lại."
        ),
    },
)

_EN = SigningTexts(
    intro="This machine is shared. Sign in with your work account to read documents and ask.",
    sign_in="Sign in",
    sign_in_with="Sign in with {}",
    kept=(
        "The assistant takes only your e-mail address from the provider and never sees a password."
        " Whoever changes the library is named in a log."
    ),
    unreachable=(
        "The sign-in provider does not answer. Try again in some minutes, or tell whoever runs"
        " this program."
    ),
    refusals={
        "expired": "Your sign-in has ended. Please sign in again.",
        "unverified": (
            "The provider has not verified the address {}. Verify it there and sign in again, or"
            " use another account."
        ),
        "stranger": (
            "The address {} is not on the list of users. Ask whoever runs this program to add it,"
            " or use another account."
        ),
    },
    other_account="Use another account",
    roles={"reader": "Reader", "editor": "Editor"},
    sign_out="Sign out",
    closed="Not open: sign-in is not set up yet.",
    faults={
        "settings": (
            "The settings in chinhsach.toml are wrong; the window of the program says where."
            " Correct them, then reload the page."
        ),
        "lists": (
            "There is a provider but no list of users. Add [sign_in] to chinhsach.toml in the"
            " folder where the program runs, then reload the page."
        ),
        "library": (
            "The sign-in library is missing. Run pip install 'streamlit[auth]', then start the"
            " program again."
        ),
        "secrets": (
            "There is no provider. Put client_id, client_secret and server_metadata_url under"
            " [auth] in .streamlit/secrets.toml, then start the program again."
        ),
        "cookie": (
            "cookie_secret is missing or too short. Put at least 32 random characters under [auth]"
            " in .streamlit/secrets.toml, then start the program again."
        ),
        "redirect": (
            "redirect_uri must be the address of this program and end in /oauth2callback. Correct"
            " [auth] in .streamlit/secrets.toml, then start the program again."
        ),
        "plain": (
            "Addresses under [auth] must use https, except on this machine itself. Correct"
            " .streamlit/secrets.toml, then start the program again."
        ),
    },
)

SIGNING_TEXTS = {"vi": _VI, "en": _EN}
